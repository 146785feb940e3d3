import { useMutation } from '@tanstack/react-query';
import { App } from 'antd';
import { useTranslation } from 'react-i18next';
import { lookAgainOnConflict, useMoved } from '../../../../components/item-work/use-moved.tsx';
import type { Work } from '../../../../components/item-work/work.ts';
import { useOrganisationId } from '../../../../session.tsx';
import { refreshAll, trpc } from '../../../../trpc.ts';

/** Moves of one press, which can be taken back as long as nobody else has done anything since. */
export function useQuickMoves(work: Work) {
  const { t } = useTranslation();
  const organisationId = useOrganisationId();
  const { notification } = App.useApp();
  const moved = useMoved();
  const { occurrenceId } = work;
  const before = work.assignee?.id ?? null;

  const takenBack = {
    onSuccess: async () => {
      await refreshAll();
      notification.info({ title: t('work.undone') });
    },
    onError: lookAgainOnConflict,
  };
  const giveBack = useMutation(trpc.occurrences.assign.mutationOptions(takenBack));
  const reopen = useMutation(trpc.occurrences.reopen.mutationOptions(takenBack));

  const afterAssign = (version: number) =>
    moved(t('work.assigned'), () => giveBack.mutate({ organisationId, occurrenceId, version, assigneeId: before }));
  const assign = useMutation(
    trpc.occurrences.assign.mutationOptions({
      onSuccess: ({ version }) => afterAssign(version),
      onError: lookAgainOnConflict,
    }),
  );
  const prepare = useMutation(
    trpc.occurrences.prepare.mutationOptions({
      onSuccess: ({ version }) =>
        moved(t('work.prepared'), () =>
          reopen.mutate({ organisationId, occurrenceId, version, reason: t('work.undoReason') }),
        ),
      onError: lookAgainOnConflict,
    }),
  );
  const item = { organisationId, occurrenceId, version: work.version };
  return {
    take: (userId: string) => assign.mutate({ ...item, assigneeId: userId }),
    prepare: () => prepare.mutate(item),
    afterAssign,
    isPending: assign.isPending || prepare.isPending,
    error: assign.error ?? prepare.error ?? giveBack.error ?? reopen.error,
  };
}
