import { DeleteOutlined, DownloadOutlined } from '@ant-design/icons';
import { useMutation } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { FormFailure } from '../../../components/failure.tsx';
import { useDone } from '../../../components/use-done.ts';
import { useOrganisationId, useSession } from '../../../session.tsx';
import { trpc } from '../../../trpc.ts';
import { Card } from '../../../ui/card.tsx';
import { ConfirmDialog } from '../../../ui/confirm-dialog.tsx';
import { saveAsFile } from '../../../ui/save-as-file.ts';
import { TextField } from '../../../ui/text-field.tsx';
import { EraseDialog } from './erase-dialog.tsx';
import type { PersonDetail } from './person-detail.ts';

const SHORTEST_REASON = 3;

/** What a person may ask for: all that is kept of them, and that it goes. */
export function DataCard({ person }: { person: PersonDetail }) {
  const { t } = useTranslation();
  const { canWrite } = useSession();
  const [open, setOpen] = useState<'export' | 'erase' | null>(null);
  const close = () => setOpen(null);
  return (
    <Card label={t('people.export')}>
      <div className="zq-row">
        <Button icon={<DownloadOutlined aria-hidden />} onClick={() => setOpen('export')}>
          {t('people.export')}
        </Button>
        {canWrite && (
          <Button danger icon={<DeleteOutlined aria-hidden />} onClick={() => setOpen('erase')}>
            {t('people.erase')}
          </Button>
        )}
      </div>
      {open === 'export' && <ExportDialog person={person} onClose={close} />}
      {open === 'erase' && <EraseDialog person={person} onClose={close} />}
    </Card>
  );
}

function ExportDialog({ person, onClose }: { person: PersonDetail; onClose: () => void }) {
  const { t } = useTranslation();
  const done = useDone();
  const organisationId = useOrganisationId();
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const short = reason.trim().length < SHORTEST_REASON;
  const take = useMutation(
    trpc.people.export.mutationOptions({
      gcTime: 0,
      onSuccess: (data) => {
        saveAsFile(`${person.id}.json`, JSON.stringify(data, null, 2), 'application/json');
        return done(t('people.exported'), onClose);
      },
    }),
  );
  const submit = () => {
    setTried(true);
    if (!short) take.mutate({ organisationId, personId: person.id, reason: reason.trim() });
  };
  return (
    <ConfirmDialog
      title={t('people.exportTitle', { name: person.name })}
      confirm={t('people.export')}
      pending={take.isPending}
      onConfirm={submit}
      onClose={onClose}
    >
      <p>{t('people.exportText')}</p>
      <TextField
        label={t('people.reason')}
        autoComplete="off"
        value={reason}
        onChange={setReason}
        onEnter={submit}
        problem={tried && short ? t('people.reasonShort') : null}
      />
      <FormFailure error={take.error} title={t('failure.title')} />
    </ConfirmDialog>
  );
}
