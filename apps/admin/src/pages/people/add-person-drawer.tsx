import { useMutation } from '@tanstack/react-query';
import { Button, Checkbox, Drawer } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { FormFailure } from '../../components/failure.tsx';
import { RecordFields } from '../../components/roster/record-fields.tsx';
import { emptyRecord, lacksField, type RecordValues } from '../../components/roster/roster-fields.ts';
import { useScheduled } from '../../components/use-scheduled.ts';
import { useOrganisationId, useSession } from '../../session.tsx';
import { trpc } from '../../trpc.ts';
import { NO_PARTICULARS, ParticularsFields, phonesOf } from './particulars-fields.tsx';

/** A person with the contract and the post, entered at once. The next one can follow without leaving the form. */
export function AddPersonDrawer({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation();
  const { today } = useSession();
  const organisationId = useOrganisationId();
  const scheduled = useScheduled();
  const noContract = () => emptyRecord('employments', { type: 'full-time', contractFrom: today });
  const noPost = () => emptyRecord('assignments', { from: today, share: 100 });
  const [particulars, setParticulars] = useState(NO_PARTICULARS);
  const [contract, setContract] = useState<RecordValues | null>(noContract);
  const [post, setPost] = useState<RecordValues | null>(noPost);
  const [tried, setTried] = useState(false);
  const add = useMutation(trpc.people.add.mutationOptions());

  const records = [
    ...(contract === null ? [] : [{ list: 'employments' as const, record: own(contract) }]),
    ...(post === null ? [] : [{ list: 'assignments' as const, record: own(post) }]),
  ];
  const lacks = records.some(({ list, record }) => lacksField(list, { personId: 'self', ...record }));
  const save = (then: () => void) => {
    setTried(true);
    if (particulars.name.trim() === '' || lacks) return;
    const { name, externalRef, idNumber, phones, email, identityOnFile } = particulars;
    const numbers = phonesOf(phones);
    add.mutate(
      {
        organisationId,
        name: name.trim(),
        identityOnFile,
        ...(externalRef.trim() === '' ? {} : { externalRef: externalRef.trim() }),
        ...(idNumber.trim() === '' ? {} : { idNumber: idNumber.trim() }),
        ...(numbers.length === 0 ? {} : { phones: numbers }),
        ...(email.trim() === '' ? {} : { email: email.trim() }),
        records: records as never,
      },
      { onSuccess: ({ schedule }) => void scheduled(t('people.added', { name: name.trim() }), schedule, then) },
    );
  };
  const next = () => {
    setParticulars(NO_PARTICULARS);
    setTried(false);
    add.reset();
  };
  const pathOf = (list: string) => `records.${records.findIndex((record) => record.list === list)}.record`;
  return (
    <Drawer
      open
      size={560}
      title={t('people.addTitle')}
      onClose={onClose}
      closable={{ 'aria-label': t('action.close') }}
      footer={
        <div className="zq-stack-tight">
          <FormFailure error={add.error} />
          {tried && lacks && <p className="zq-field-error">{t('event.required')}</p>}
          <div className="zq-row">
            <Button type="primary" loading={add.isPending} onClick={() => save(onClose)}>
              {t('action.save')}
            </Button>
            <Button disabled={add.isPending} onClick={() => save(next)}>
              {t('people.addAnother')}
            </Button>
            <Button onClick={onClose}>{t('action.cancel')}</Button>
          </div>
        </div>
      }
    >
      <div className="zq-stack">
        <ParticularsFields value={particulars} onChange={setParticulars} tried={tried} error={add.error} />
        <fieldset className="zq-fieldset">
          <legend>
            <Checkbox
              checked={contract !== null}
              onChange={({ target }) => setContract(target.checked ? noContract() : null)}
            >
              {t('people.contract')}
            </Checkbox>
          </legend>
          {contract !== null && (
            <RecordFields
              list="employments"
              only={['type', 'contractFrom', 'contractTo']}
              values={contract}
              onChange={setContract}
              withoutPerson
              error={add.error}
              path={pathOf('employments')}
            />
          )}
        </fieldset>
        <fieldset className="zq-fieldset">
          <legend>
            <Checkbox checked={post !== null} onChange={({ target }) => setPost(target.checked ? noPost() : null)}>
              {t('people.firstPost')}
            </Checkbox>
          </legend>
          {post !== null && (
            <RecordFields
              list="assignments"
              only={['post', 'from', 'share']}
              values={post}
              onChange={setPost}
              withoutPerson
              error={add.error}
              path={pathOf('assignments')}
            />
          )}
        </fieldset>
      </div>
    </Drawer>
  );
}

/** A record of the person who is being entered names nobody. */
function own(values: RecordValues): RecordValues {
  return Object.fromEntries(Object.entries(values).filter(([key]) => key !== 'personId'));
}
