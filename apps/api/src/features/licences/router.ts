import { router } from '../../trpc/init.ts';
import { tenantMutation, tenantQuery } from '../../trpc/procedures.ts';
import { correctLicence } from './correct-licence.ts';
import { getDocument } from './get-document.ts';
import { getLicence } from './get-licence.ts';
import { licenceHistory } from './licence-history.ts';
import { listLicences } from './list-licences.ts';
import { previewDocument } from './preview-document.ts';
import { registerLicence } from './register-licence.ts';
import * as s from './schemas.ts';

export const licencesRouter = router({
  previewDocument: tenantMutation(s.PreviewDocumentInput, s.DocumentPreview, previewDocument),
  register: tenantMutation(s.RegisterLicenceInput, s.RegisterLicenceOutput, registerLicence),
  correct: tenantMutation(s.CorrectLicenceInput, s.CorrectLicenceOutput, correctLicence),
  list: tenantQuery(s.ListLicencesInput, s.LicencePage, listLicences),
  get: tenantQuery(s.GetLicenceInput, s.LicenceDetail, getLicence),
  document: tenantQuery(s.GetDocumentInput, s.DocumentDetail, getDocument),
  history: tenantQuery(s.LicenceHistoryInput, s.LicenceHistory, licenceHistory),
});
