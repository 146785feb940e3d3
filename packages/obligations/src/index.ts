/** Domain of the product: calendar, licence, document reader, rulebook, applicability and schedule. Pure. */
export * from './applicability/index.ts';
export * from './calendar/index.ts';
export * from './document/index.ts';
export * from './licence/index.ts';
export * from './rulebook/index.ts';
export * from './schedule/index.ts';
export { Bilingual, type Language } from './text/bilingual.ts';
export { Finding, FindingPlace } from './text/finding.ts';
