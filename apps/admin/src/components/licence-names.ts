import { useQuery } from '@tanstack/react-query';
import { useOrganisationId } from '../session.tsx';
import { trpc } from '../trpc.ts';

export interface LicenceName {
  id: string;
  name: string;
}

/** The licences of this company, to choose from and to name in lists. */
export function useLicenceNames(): { licences: LicenceName[]; nameOf: (id: string) => string } {
  const organisationId = useOrganisationId();
  const { data } = useQuery(trpc.licences.list.queryOptions({ organisationId, limit: 100 }));
  const licences = (data?.items ?? []).map(({ id, number, holder }) => ({ id, name: number ?? holder ?? id }));
  return { licences, nameOf: (id) => licences.find((licence) => licence.id === id)?.name ?? '…' };
}
