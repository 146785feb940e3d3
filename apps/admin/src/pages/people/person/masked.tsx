import { useMutation } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { FormFailure } from '../../../components/failure.tsx';
import { useOrganisationId, useSession } from '../../../session.tsx';
import { queryClient, trpc } from '../../../trpc.ts';
import { ConfirmDialog } from '../../../ui/confirm-dialog.tsx';
import { TextField } from '../../../ui/text-field.tsx';

const SHORTEST_REASON = 3;
const MAY_REVEAL = ['owner', 'admin', 'consultant'];
const FIELD_WORDS = { idNumber: 'people.idNumber', phone: 'people.phones', email: 'people.email' } as const;

interface MaskedProps {
  personId: string;
  field: keyof typeof FIELD_WORDS;
  phoneId?: string;
  /** With its mask. */
  text: string;
}

/** A number behind its mask; in full after a reason and a fresh proof, and only until the page is left. */
export function Masked({ personId, field, phoneId, text }: MaskedProps) {
  const { t } = useTranslation();
  const { organisation } = useSession();
  const organisationId = useOrganisationId();
  const [asking, setAsking] = useState(false);
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const reveal = useMutation(
    trpc.people.reveal.mutationOptions({
      // Kept nowhere but in this component.
      gcTime: 0,
      onSuccess: async () => {
        setAsking(false);
        await queryClient.invalidateQueries(trpc.people.accessLog.pathFilter());
      },
    }),
  );
  const fieldName = t(FIELD_WORDS[field]);
  const short = reason.trim().length < SHORTEST_REASON;
  const submit = () => {
    setTried(true);
    if (short) return;
    reveal.mutate({ organisationId, personId, field, reason: reason.trim(), ...(phoneId ? { phoneId } : {}) });
  };
  return (
    <span className="zq-row">
      <span className="zq-num" title={reveal.data === undefined ? undefined : t('people.revealed')}>
        {reveal.data?.value ?? text}
      </span>
      {reveal.data === undefined && MAY_REVEAL.includes(organisation.role) && (
        <Button
          size="small"
          aria-label={t('people.revealOf', { field: `${fieldName} ${text}` })}
          onClick={() => setAsking(true)}
        >
          {t('people.reveal')}
        </Button>
      )}
      {asking && (
        <ConfirmDialog
          title={t('people.revealTitle', { field: fieldName })}
          confirm={t('people.reveal')}
          pending={reveal.isPending}
          onConfirm={submit}
          onClose={() => setAsking(false)}
        >
          <p>{t('people.revealText')}</p>
          <TextField
            label={t('people.reason')}
            autoComplete="off"
            value={reason}
            onChange={setReason}
            onEnter={submit}
            problem={tried && short ? t('people.reasonShort') : null}
          />
          <FormFailure error={reveal.error} title={t('failure.title')} />
        </ConfirmDialog>
      )}
    </span>
  );
}
