import { AnnualReport, type Licence, ReportEntry, ReportService } from '@zhengqi/obligations';
import { z } from 'zod';
import type { TenantTransaction } from '../../db/tenant-transaction.ts';
import { notFound } from '../../errors.ts';
import { readLicence } from '../licences/queries.ts';
import { type EntryRow, readEntries, type ReportKey } from './queries.ts';

/** Path of the list of services. */
export const SERVICES = 'services';
const Services = z.array(ReportService);

/** What the domain reads of a stored value. */
type StoredValue = Pick<EntryRow, 'value' | 'source' | 'carriedFrom'>;

/** A report as the domain reads it, with the rows behind it. */
export interface LoadedReport {
  licence: Licence;
  report: AnnualReport;
  rows: Map<string, EntryRow>;
  /** 0: the services are those of the licence, and nobody has said which were opened. */
  servicesVersion: number;
}

/**
 * Reads the report of a licence on one year. Nothing recorded yet is an empty report.
 * @throws AppError `not-found`
 */
export async function loadReport(tx: TenantTransaction, key: ReportKey): Promise<LoadedReport> {
  const licence = (await readLicence(tx, key.licenceId))?.fields;
  if (licence === undefined) throw notFound();
  const rows = await readEntries(tx, key);
  const said = rows.get(SERVICES);
  return { licence, rows, servicesVersion: said?.version ?? 0, report: reportOf(key.year, licence, rows) };
}

/** Services of the licence; what was opened is for the company to say. */
function servicesOf({ services }: Licence): ReportService[] {
  const codes = [...new Set(services.flatMap(({ code }) => code ?? []))];
  return codes.map((code) => ({
    code,
    opened: false,
    provinces: [...(services.find((service) => service.code === code)?.coverage ?? [])],
  }));
}

/** The report that values make, by path. */
export function reportOf(year: number, licence: Licence, rows: ReadonlyMap<string, StoredValue>): AnnualReport {
  const said = rows.get(SERVICES)?.value;
  const services = said == null ? servicesOf(licence) : Services.parse(said);
  const report: AnnualReport = { year, services, values: {}, perService: {} };
  if (licence.isCrossRegional === true) {
    const provinces = new Set(services.filter(({ opened }) => opened).flatMap((service) => service.provinces));
    report.perProvince = Object.fromEntries([...provinces].map((prefix) => [prefix, {}]));
  }
  for (const [path, row] of rows) {
    const entry = entryOf(row);
    if (path === SERVICES || entry === null) continue;
    const [part, of = '', field = ''] = path.split('.');
    if (part === 'values') report.values[of] = entry;
    if (part === 'perService') (report.perService[of] ??= {})[field] = entry;
    // A province in which nothing is opened any more is in no form.
    if (part === 'perProvince' && report.perProvince?.[of]) report.perProvince[of][field] = entry;
  }
  return AnnualReport.parse(report);
}

function entryOf({ value, source, carriedFrom }: StoredValue): ReportEntry | null {
  const read = ReportEntry.shape.value.safeParse(value);
  if (!read.success) return null;
  return {
    value: read.data,
    ...(source === null ? {} : { source }),
    ...(carriedFrom === null ? {} : { carriedFrom }),
  };
}
