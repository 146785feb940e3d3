import type { Found, StaffingContext } from '../context.ts';
import type { Requirement } from '../requirement.ts';
import { checkBody } from './body.ts';
import { checkEveryHolder } from './every-holder.ts';
import { checkOfficerFiling, checkProvinceFiling } from './filings.ts';
import { checkHolders } from './holders.ts';
import { checkLocalBody } from './local-body.ts';
import { checkComplaintReplies, checkInsuredStaff, checkUnitContacts, checkYearlyAudit } from './records.ts';
import { checkRota } from './rota.ts';

/** Looks at one requirement on a day. */
export function checkRequirement(requirement: Requirement, context: StaffingContext): Found {
  switch (requirement.kind) {
    case 'holders':
      return checkHolders(requirement, context);
    case 'every-holder':
      return checkEveryHolder(requirement, context);
    case 'body':
      return checkBody(requirement, context);
    case 'province-filing':
      return checkProvinceFiling(requirement, context);
    case 'officer-filing':
      return checkOfficerFiling(requirement, context);
    case 'rota':
      return checkRota(requirement, context);
    case 'local-body':
      return checkLocalBody(requirement, context);
    case 'unit-contacts':
      return checkUnitContacts(requirement, context);
    case 'complaint-replies':
      return checkComplaintReplies(requirement, context);
    case 'insured-staff':
      return checkInsuredStaff(requirement, context);
    case 'yearly-audit':
      return checkYearlyAudit(requirement, context);
  }
}
