import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { MoveDialog } from '../../../../components/item-work/move-dialog.tsx';
import { lookAgainOnConflict, useMoved } from '../../../../components/item-work/use-moved.tsx';
import { useSeen } from '../../../../components/item-work/use-seen.ts';
import type { Work } from '../../../../components/item-work/work.ts';
import { useOrganisationId } from '../../../../session.tsx';
import { trpc } from '../../../../trpc.ts';
import { AreaField } from '../../../../ui/area-field.tsx';
import { RadioField } from '../../../../ui/radio-field.tsx';
import { TextField } from '../../../../ui/text-field.tsx';
import { MissingEvidence } from './missing-evidence.tsx';

const VERDICTS = ['complies', 'partly', 'does-not-comply'] as const;

/** The statement of compliance of a standing duty, signed with name and post. */
export function SignDialog({ work, onClose }: { work: Work; onClose: () => void }) {
  const { t } = useTranslation();
  const organisationId = useOrganisationId();
  const moved = useMoved();
  const seen = useSeen(work, 'sign');
  const [verdict, setVerdict] = useState<(typeof VERDICTS)[number] | null>(null);
  const [text, setText] = useState('');
  const [post, setPost] = useState('');
  const sign = useMutation(
    trpc.occurrences.sign.mutationOptions({
      onSuccess: async () => {
        await moved(t('work.signed'));
        onClose();
      },
      onError: lookAgainOnConflict,
    }),
  );
  return (
    <MoveDialog
      title={t('work.sign')}
      confirm={t('work.sign')}
      disabled={verdict === null || text.trim() === '' || post.trim() === ''}
      seen={seen}
      call={sign}
      onConfirm={() => {
        if (verdict === null) return;
        sign.mutate({
          organisationId,
          occurrenceId: work.occurrenceId,
          version: seen.version,
          verdict,
          text: text.trim(),
          post: post.trim(),
        });
      }}
      onClose={onClose}
    >
      <p className="zq-muted">{t('work.signText')}</p>
      <RadioField
        label={t('work.verdictLabel')}
        value={verdict}
        onChange={setVerdict}
        options={VERDICTS.map((value) => ({ value, label: t(`work.verdict.${value}`) }))}
      />
      {verdict === 'complies' && <MissingEvidence needs={work.requiredEvidence} />}
      <AreaField label={t('work.statement')} value={text} onChange={setText} rows={4} maxLength={4000} />
      <TextField label={t('work.post')} value={post} onChange={setPost} autoComplete="organization-title" />
    </MoveDialog>
  );
}
