import { router } from '../../trpc/init.ts';
import { tenantMutation, tenantQuery } from '../../trpc/procedures.ts';
import { carryOverReport } from './carry-over.ts';
import { exportSheet } from './export-sheet.ts';
import { viewFillSheet } from './fill-sheet.ts';
import { getReport } from './get-report.ts';
import * as s from './schemas.ts';
import { setServices } from './set-services.ts';
import { setValues } from './set-values.ts';
import { valueHistory } from './value-history.ts';

export const annualReportRouter = router({
  get: tenantQuery(s.GetReportInput, s.ReportView, getReport),
  history: tenantQuery(s.ValueHistoryInput, s.ValueHistory, valueHistory),
  set: tenantMutation(s.SetValuesInput, s.SetValuesOutput, setValues),
  setServices: tenantMutation(s.SetServicesInput, s.SetServicesOutput, setServices),
  carryOver: tenantMutation(s.CarryOverInput, s.CarryOverOutput, carryOverReport),
  fillSheet: tenantQuery(s.FillSheetInput, s.FillSheetView, viewFillSheet),
  exportSheet: tenantQuery(s.FillSheetInput, s.ExportedSheet, exportSheet),
});
