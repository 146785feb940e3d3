import type { ReportField, ReportForm } from '../model.ts';
import { COMMITMENT, COMPANY_FORM } from './company.ts';
import { DEVELOPMENT_FORM, OTHER_MATERIAL_FORM, SECURITY_FORM } from './security-and-development.ts';
import { ECONOMY_FORM, SERVICE_QUALITY_FORM } from './service-and-economy.ts';

/** All forms in the order of the official screens. */
export const ANNUAL_REPORT_FORMS: readonly ReportForm[] = [
  COMMITMENT,
  COMPANY_FORM,
  SERVICE_QUALITY_FORM,
  ECONOMY_FORM,
  SECURITY_FORM,
  DEVELOPMENT_FORM,
  OTHER_MATERIAL_FORM,
];

const FIELDS: ReadonlyMap<string, ReportField> = new Map(
  ANNUAL_REPORT_FORMS.flatMap(({ fields }) => fields.map((field) => [field.id, field])),
);

/** The field with this id, or undefined. */
export function reportFieldOf(id: string): ReportField | undefined {
  return FIELDS.get(id);
}
