export { type Areas, readAreas } from './areas.ts';
export {
  B25_ITEMS,
  CLASSIFICATION,
  type ServiceClass,
  serviceAtStart,
  serviceOfCode,
  serviceOfName,
} from './classification.ts';
export {
  type CreditCodeResult,
  checkCharacterOf,
  organisationCheckCharacterOf,
  type ParsedCreditCode,
  parseCreditCode,
  type RefusedCreditCode,
} from './credit-code.ts';
export { checkLicence, type LicenceInconsistency } from './licence-checks.ts';
export { type LicenceNumberResult, type ParsedLicenceNumber, parseLicenceNumber } from './licence-number.ts';
export type { RefusalKind, RefusedNumber } from './licence-number-refusal.ts';
export { B25Item, FieldReading, Licence, LicenceNumberForm, LicensedService, UNKNOWN_LICENCE } from './model.ts';
export { MINISTRY, PROVINCES, type Province, provinceAtStart, provinceOfCode, provinceOfPrefix } from './provinces.ts';
export { allowedItems, parseServiceLine, type ServiceLine } from './service-line.ts';
