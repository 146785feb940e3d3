/** Domain of the product: calendar, licence, document reader, rulebook, applicability, schedule and staffing. Pure. */
export * from './applicability/index.ts';
export * from './calendar/index.ts';
export * from './document/index.ts';
export * from './licence/index.ts';
export * from './reminders/index.ts';
export * from './rulebook/index.ts';
export * from './schedule/index.ts';
export * from './staffing/index.ts';
export * from './item-work/index.ts';
export * from './workflow/index.ts';
export { Bilingual, type Language } from './text/bilingual.ts';
export { Finding, FindingPlace } from './text/finding.ts';
