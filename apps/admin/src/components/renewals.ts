import { useQuery } from '@tanstack/react-query';
import { useOrganisationId } from '../session.tsx';
import { trpc } from '../trpc.ts';

/** What was answered about the renewal of a licence whose printed validity has ended. */
export interface Renewal {
  status: 'renewed' | 'filed_in_time' | 'not_renewed';
  until: string | null;
}

const STATUSES = ['renewed', 'filed_in_time', 'not_renewed'] as const satisfies readonly Renewal['status'][];

/** The answers about renewals, by licence. The print stays expired; what became of it stands in these facts. */
export function useRenewals(): (licenceId: string) => Renewal | undefined {
  const organisationId = useOrganisationId();
  const { data } = useQuery(trpc.facts.list.queryOptions({ organisationId }));
  return (licenceId) => {
    const valueOf = (key: string) =>
      data?.items.find((fact) => fact.key === key && fact.licenceId === licenceId)?.value ?? null;
    const status = STATUSES.find((known) => known === valueOf('renewal_status'));
    if (status === undefined) return undefined;
    const until = valueOf('renewed_valid_to');
    return { status, until: typeof until === 'string' ? until : null };
  };
}
