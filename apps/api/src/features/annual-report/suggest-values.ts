import {
  type AnnualReport,
  type Bilingual,
  civilDate,
  type Licence,
  type Roster,
  type TriggerEvent,
} from '@zhengqi/obligations';
import type { TenantTransaction } from '../../db/tenant-transaction.ts';
import { readLiveEvents } from '../events/queries.ts';
import { readKept, readRoster } from '../roster/queries.ts';

/** A value that is known already, and from where. */
export interface Suggestion {
  value: string | number;
  source: Bilingual;
}

const OF_LICENCE = { zh: '许可证登记', en: 'Register of licences' };

/**
 * Values that the register, the roster and the events say, by path. A count of nothing recorded is no suggestion: that
 * nothing is recorded does not mean that nothing happened.
 */
export async function suggestValues(
  tx: TenantTransaction,
  licence: Licence,
  { year }: Pick<AnnualReport, 'year'>,
): Promise<Map<string, Suggestion>> {
  const events = (await readLiveEvents(tx)).filter((event) => dayOf(event).startsWith(`${year}-`));
  const found = new Map<string, Suggestion>();
  const set = (field: string, value: string | number | null | undefined, source: Bilingual) => {
    if (value !== null && value !== undefined && value !== '') found.set(`values.${field}`, { value, source });
  };
  set('company-name', licence.holder, OF_LICENCE);
  set('credit-code', licence.uscc, OF_LICENCE);
  set('legal-representative', licence.legalRepresentative, OF_LICENCE);
  set('licence-number', licence.number, OF_LICENCE);
  set('registered-address', licence.registeredAddress, OF_LICENCE);
  for (const [field, type] of Object.entries(COUNTED)) {
    const n = events.filter((event) => event.type === type).length;
    const source = { zh: `${year}年登记的触发事件：${n}件`, en: `Trigger events recorded for ${year}: ${n}` };
    set(field, n === 0 ? null : n, source);
  }
  const staff = await staffAtYearEnd(tx, year);
  set('staff-total', staff, { zh: `${year}年12月31日人员名册`, en: `Roster on 31 December ${year}` });
  return found;
}

const COUNTED = {
  complaints: 'user-complaint-received',
  'security-events': 'network-security-incident',
  'unit-tests': 'network-unit-test-completed',
};

function dayOf(event: TriggerEvent): string {
  return String(event['on'] ?? event['at'] ?? '');
}

/** People with a running contract at the end of the year; null unless the company says that the list is complete. */
async function staffAtYearEnd(tx: TenantTransaction, year: number): Promise<number | null> {
  const day = civilDate(`${year}-12-31`);
  const { people } = await readKept(tx);
  if (people === undefined || people > day) return null;
  const { employments } = await readRoster(tx);
  return new Set(employments.filter((one) => runsOn(one, day)).map(({ personId }) => personId)).size;
}

function runsOn({ contractFrom, contractTo, leftOn }: Roster['employments'][number], day: string): boolean {
  return contractFrom <= day && (contractTo === null || contractTo >= day) && (leftOn === null || leftOn >= day);
}
