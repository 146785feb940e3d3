import { useMutation } from '@tanstack/react-query';
import { Button, Drawer } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { FormFailure } from '../../../components/failure.tsx';
import { useScheduled } from '../../../components/use-scheduled.ts';
import { useOrganisationId } from '../../../session.tsx';
import { trpc } from '../../../trpc.ts';
import { NO_PARTICULARS, ParticularsFields, phonesOf } from '../particulars-fields.tsx';
import type { PersonDetail } from './person-detail.ts';

/** Corrects the particulars. Numbers are not filled in from their masks: left empty, they stay. */
export function EditDrawer({ person, onClose }: { person: PersonDetail; onClose: () => void }) {
  const { t } = useTranslation();
  const organisationId = useOrganisationId();
  const scheduled = useScheduled();
  const { name, externalRef, identityOnFile } = person;
  const [value, setValue] = useState({ ...NO_PARTICULARS, name, externalRef: externalRef ?? '', identityOnFile });
  const [tried, setTried] = useState(false);
  const change = useMutation(
    trpc.people.change.mutationOptions({
      onSuccess: ({ schedule }) => scheduled(t('people.changed'), schedule, onClose),
    }),
  );
  const save = () => {
    setTried(true);
    if (value.name.trim() === '') return;
    const phones = phonesOf(value.phones);
    const reference = value.externalRef.trim();
    change.mutate({
      organisationId,
      personId: person.id,
      version: person.version,
      name: value.name.trim(),
      externalRef: reference === '' ? null : reference,
      identityOnFile: value.identityOnFile,
      ...(value.idNumber.trim() === '' ? {} : { idNumber: value.idNumber.trim() }),
      ...(phones.length === 0 ? {} : { phones }),
      ...(value.email.trim() === '' ? {} : { email: value.email.trim() }),
    });
  };
  return (
    <Drawer
      open
      size={560}
      title={t('people.edit')}
      onClose={onClose}
      closable={{ 'aria-label': t('action.close') }}
      footer={
        <div className="zq-stack-tight">
          <FormFailure error={change.error} />
          <div className="zq-row">
            <Button type="primary" loading={change.isPending} onClick={save}>
              {t('action.save')}
            </Button>
            <Button onClick={onClose}>{t('action.cancel')}</Button>
          </div>
        </div>
      }
    >
      <ParticularsFields value={value} onChange={setValue} keeps tried={tried} error={change.error} />
    </Drawer>
  );
}
