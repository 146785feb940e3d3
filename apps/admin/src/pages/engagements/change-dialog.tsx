import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { fieldError } from '../../app-error.ts';
import { EndsOnField } from '../../components/engagements/ends-on-field.tsx';
import type { Engagement } from '../../components/engagements/engagement.ts';
import { LevelField } from '../../components/engagements/level-field.tsx';
import { lastDayOf } from '../../components/engagements/last-day.ts';
import { FormFailure } from '../../components/failure.tsx';
import { useDone } from '../../components/use-done.ts';
import { useSay } from '../../i18n/language.ts';
import { useOrganisationId } from '../../session.tsx';
import { trpc } from '../../trpc.ts';
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx';

/** The company decides how far its consultancy may go and until when, with effect at the next step there. */
export function ChangeDialog({ engagement, onClose }: { engagement: Engagement; onClose: () => void }) {
  const { t } = useTranslation();
  const say = useSay();
  const done = useDone();
  const organisationId = useOrganisationId();
  const [level, setLevel] = useState(engagement.level);
  const [endsOn, setEndsOn] = useState<string | null>(lastDayOf(engagement.endsAt));
  const change = useMutation(
    trpc.engagements.change.mutationOptions({ onSuccess: () => done(t('access.engagementChanged'), onClose) }),
  );
  const refused = fieldError(change.error, 'endsOn');
  return (
    <ConfirmDialog
      title={t('access.changeTitle', { name: engagement.consultancy.name })}
      confirm={t('action.save')}
      disabled={endsOn === null}
      pending={change.isPending}
      onConfirm={() => {
        if (endsOn !== null) change.mutate({ organisationId, engagementId: engagement.id, level, endsOn });
      }}
      onClose={onClose}
    >
      <p className="zq-muted">{t('access.changeText')}</p>
      <LevelField value={level} onChange={setLevel} />
      <EndsOnField value={endsOn} onChange={setEndsOn} tried refused={refused === null ? null : say(refused)} />
      {refused === null && <FormFailure error={change.error} />}
    </ConfirmDialog>
  );
}
