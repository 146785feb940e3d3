import type { Duty } from '../schema.ts';
import { OPENING_DUTIES } from './00-opening.ts';
import { SECTOR_RULES_DUTIES } from './01-sector-rules.ts';
import { SCOPE_AND_NUMBER_DUTIES } from './02-scope-and-number.ts';
import { TRANSMISSION_NETWORK_DUTIES } from './03-transmission-network.ts';
import { TELECOM_RESOURCES_DUTIES } from './04-telecom-resources.ts';
import { SERVICE_QUALITY_DUTIES } from './05-service-quality.ts';
import { NETWORK_PROTECTION_DUTIES } from './06-network-protection.ts';
import { USER_INFORMATION_DUTIES } from './07-user-information.ts';
import { SECURITY_INCIDENT_DUTIES } from './08-security-incidents.ts';
import { LOGS_AND_CONTENT_DUTIES } from './09-logs-and-illegal-content.ts';
import { TECHNICAL_ASSISTANCE_DUTIES } from './10-technical-assistance.ts';
import { CHANGE_OF_SUBJECT_DUTIES } from './11-change-of-subject.ts';
import { DATA_AND_RENEWAL_DUTIES } from './12-data-and-renewal.ts';
import { CROSS_REGIONAL_DUTIES } from './13-cross-regional.ts';
import { ANNUAL_REPORT_DUTIES } from './14-annual-report.ts';
import { INFORMATION_SERVICE_DUTIES } from './15-index.ts';

/** All duties of the special provisions, in the order of the print. */
export const SPECIAL_PROVISION_DUTIES: readonly Duty[] = [
  ...OPENING_DUTIES,
  ...SECTOR_RULES_DUTIES,
  ...SCOPE_AND_NUMBER_DUTIES,
  ...TRANSMISSION_NETWORK_DUTIES,
  ...TELECOM_RESOURCES_DUTIES,
  ...SERVICE_QUALITY_DUTIES,
  ...NETWORK_PROTECTION_DUTIES,
  ...USER_INFORMATION_DUTIES,
  ...SECURITY_INCIDENT_DUTIES,
  ...LOGS_AND_CONTENT_DUTIES,
  ...TECHNICAL_ASSISTANCE_DUTIES,
  ...CHANGE_OF_SUBJECT_DUTIES,
  ...DATA_AND_RENEWAL_DUTIES,
  ...CROSS_REGIONAL_DUTIES,
  ...ANNUAL_REPORT_DUTIES,
  ...INFORMATION_SERVICE_DUTIES,
];
