import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { fieldError } from '../../../app-error.ts';
import type { Engagement } from '../../../components/engagements/engagement.ts';
import { PeopleField } from '../../../components/engagements/people-field.tsx';
import { FormFailure } from '../../../components/failure.tsx';
import { useDone } from '../../../components/use-done.ts';
import { useSay } from '../../../i18n/language.ts';
import { useSession } from '../../../session.tsx';
import { queryClient, trpc } from '../../../trpc.ts';
import { ConfirmDialog } from '../../../ui/confirm-dialog.tsx';
import { Notice } from '../../../ui/notice.tsx';

/** Who of the consultancy works for the client; who is not named any more is out at once. */
export function PeopleDialog({ engagement, onClose }: { engagement: Engagement; onClose: () => void }) {
  const { t } = useTranslation();
  const say = useSay();
  const done = useDone();
  const { organisation, user } = useSession();
  const [people, setPeople] = useState(engagement.people.map(({ id }) => id));
  const set = useMutation(
    trpc.engagements.setPeople.mutationOptions({
      onSuccess: async () => {
        await queryClient.invalidateQueries(trpc.session.pathFilter());
        await done(t('access.peopleChanged'), onClose);
      },
    }),
  );
  const refused = fieldError(set.error, 'people');
  const problem = people.length === 0 ? t('access.peopleMissing') : refused === null ? null : say(refused);
  return (
    <ConfirmDialog
      title={t('access.peopleTitle', { name: engagement.company.name })}
      confirm={t('action.save')}
      disabled={people.length === 0}
      pending={set.isPending}
      onConfirm={() => set.mutate({ organisationId: organisation.id, engagementId: engagement.id, people })}
      onClose={onClose}
    >
      <p className="zq-muted">{t('access.peopleText')}</p>
      <PeopleField value={people} onChange={setPeople} problem={problem} />
      {engagement.you && !people.includes(user.id) && <Notice tone="warning" title={t('access.peopleWithoutYou')} />}
      {refused === null && <FormFailure error={set.error} />}
    </ConfirmDialog>
  );
}
