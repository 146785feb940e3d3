import type { Licence } from '@zhengqi/obligations';
import { previewDocument } from '../features/licences/preview-document.ts';
import { registerLicence } from '../features/licences/register-licence.ts';
import { sampleDocument, type TestCompany, type TestProduct } from './product.ts';

/** A company with one licence for information services that is valid from 2024 to 2029. */
export async function licensedCompany(
  product: TestProduct,
  change: Partial<Licence> = {},
): Promise<TestCompany & { licenceId: string }> {
  const company = await product.company();
  return { ...company, licenceId: await addLicence(company, change) };
}

/** Registers one more licence of the same kind. */
export async function addLicence({ ctx }: TestCompany, change: Partial<Licence> = {}): Promise<string> {
  const document = sampleDocument('information-services.txt');
  const { licence } = await previewDocument(ctx, { document });
  const fields = { ...licence, issuedOn: '2024-03-01', validTo: '2029-03-01', ...change };
  return (await registerLicence(ctx, { document, licence: fields })).licenceId;
}
