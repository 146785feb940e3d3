import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { FormFailure } from '../../../components/failure.tsx';
import { useDone } from '../../../components/use-done.ts';
import { useOrganisationId } from '../../../session.tsx';
import { trpc } from '../../../trpc.ts';
import { ConfirmDialog } from '../../../ui/confirm-dialog.tsx';
import { DayField } from '../../../ui/day-field.tsx';
import { NumberField } from '../../../ui/number-field.tsx';
import { RadioField } from '../../../ui/radio-field.tsx';

interface RhythmDialogProps {
  title: string;
  /** Null: the rhythm of the company. */
  dutyId: string | null;
  version: number;
  rhythm: { everyMonths: number; firstOn: string | null; off: boolean };
  follows: boolean;
  onClose: () => void;
}

/** How often the company, or one duty, is reviewed. */
export function RhythmDialog({ title, dutyId, version, rhythm, follows, onClose }: RhythmDialogProps) {
  const { t } = useTranslation();
  const done = useDone();
  const organisationId = useOrganisationId();
  const [seen] = useState(version);
  const [mode, setMode] = useState<'follow' | 'on' | 'off'>(follows ? 'follow' : rhythm.off ? 'off' : 'on');
  const [everyMonths, setEveryMonths] = useState<number | null>(rhythm.everyMonths);
  const [firstOn, setFirstOn] = useState(rhythm.firstOn);
  const save = useMutation(
    trpc.reviews.setRhythm.mutationOptions({ onSuccess: () => done(t('notice.reviewSaved'), onClose) }),
  );
  const modes = dutyId === null ? (['on', 'off'] as const) : (['follow', 'on', 'off'] as const);
  const words = { follow: t('notice.reviewFollow'), on: t('notice.reviewOn'), off: t('notice.reviewOff') };
  const send = () => {
    if (everyMonths === null) return;
    save.mutate({
      organisationId,
      dutyId,
      version: seen,
      rhythm: mode === 'follow' ? null : { everyMonths, firstOn, off: mode === 'off' },
    });
  };
  return (
    <ConfirmDialog
      title={title}
      confirm={t('action.save')}
      disabled={everyMonths === null}
      pending={save.isPending}
      onConfirm={send}
      onClose={onClose}
    >
      <RadioField
        label={t('notice.tab.reviews')}
        value={mode}
        onChange={setMode}
        options={modes.map((value) => ({ value, label: words[value] }))}
      />
      {mode === 'on' && (
        <>
          <NumberField label={t('notice.reviewEvery')} value={everyMonths} onChange={setEveryMonths} min={1} max={60} />
          <DayField
            label={t('notice.reviewFirst')}
            value={firstOn}
            onChange={setFirstOn}
            hint={t('notice.reviewFirstHint')}
          />
        </>
      )}
      <FormFailure error={save.error} />
    </ConfirmDialog>
  );
}
