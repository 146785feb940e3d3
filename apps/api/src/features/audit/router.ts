import { router } from '../../trpc/init.ts';
import { tenantMutation, tenantQuery } from '../../trpc/procedures.ts';
import { exportAudit } from './export-audit.ts';
import { readHeadMail, setHeadMail } from './head-mail.ts';
import { auditStatus, listAudit, listDenials, listOperatorAccess } from './queries.ts';
import * as s from './schemas.ts';

export const auditRouter = router({
  list: tenantQuery(s.ListAuditInput, s.AuditPage, listAudit),
  status: tenantQuery(s.AuditStatusInput, s.AuditStatus, auditStatus),
  denials: tenantQuery(s.ListDenialsInput, s.DenialList, listDenials),
  operatorAccess: tenantQuery(s.OperatorAccessInput, s.OperatorAccessList, listOperatorAccess),
  headMail: tenantQuery(s.AuditStatusInput, s.HeadMail, readHeadMail),
  setHeadMail: tenantMutation(s.SetHeadMailInput, s.HeadMail, setHeadMail),
  export: tenantQuery(s.ExportAuditInput, s.AuditExport, exportAudit),
});
