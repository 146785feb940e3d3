import { useMutation } from '@tanstack/react-query';
import { Button, Drawer } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useOrganisationId } from '../../session.tsx';
import { trpc } from '../../trpc.ts';
import { ChoiceField } from '../../ui/choice-field.tsx';
import { FormFailure } from '../failure.tsx';
import { useScheduled } from '../use-scheduled.ts';
import { RecordFields } from './record-fields.tsx';
import {
  emptyRecord,
  lacksField,
  type RecordValues,
  type RosterEntry,
  type RosterListName,
  type RosterRecord,
} from './roster-fields.ts';

interface RecordDrawerProps {
  /** Lists to choose from; the first is open. */
  lists: readonly RosterListName[];
  /** The record to change; a new one without it. */
  record?: RosterRecord;
  /** The person whose records are being entered. */
  person?: { id: string; name: string };
  onClose: () => void;
}

/** Adds a record to the roster, or says what is right instead. */
export function RecordDrawer({ lists, record, person, onClose }: RecordDrawerProps) {
  const { t } = useTranslation();
  const organisationId = useOrganisationId();
  const scheduled = useScheduled();
  const known: RecordValues = person === undefined ? {} : { personId: person.id };
  const [list, setList] = useState<RosterListName>(record?.entry.list ?? lists[0] ?? 'bodies');
  const [values, setValues] = useState<RecordValues>(record?.entry.record ?? emptyRecord(list, known));
  const add = useMutation(
    trpc.roster.add.mutationOptions({ onSuccess: ({ schedule }) => scheduled(t('roster.added'), schedule, onClose) }),
  );
  const change = useMutation(
    trpc.roster.change.mutationOptions({
      onSuccess: ({ schedule }) => scheduled(t('roster.saved'), schedule, onClose),
    }),
  );
  const error = add.error ?? change.error;
  const save = () => {
    // The fields of the list say which members there are; the server checks each of them.
    const entry = { list, record: values } as RosterEntry;
    if (record === undefined) add.mutate({ organisationId, entry });
    else change.mutate({ organisationId, recordId: record.id, version: record.version, entry });
  };
  const listName = t(`roster.list.${list}`);
  return (
    <Drawer
      open
      size={560}
      title={t(record === undefined ? 'roster.addOf' : 'roster.changeTitle', { list: listName })}
      onClose={onClose}
      closable={{ 'aria-label': t('action.close') }}
      footer={
        <div className="zq-stack-tight">
          <FormFailure error={error} />
          <div className="zq-row">
            <Button
              type="primary"
              disabled={lacksField(list, values)}
              loading={add.isPending || change.isPending}
              onClick={save}
            >
              {t('action.save')}
            </Button>
            <Button onClick={onClose}>{t('action.cancel')}</Button>
          </div>
        </div>
      }
    >
      <div className="zq-stack">
        {record === undefined && lists.length > 1 && (
          <ChoiceField
            label={t('roster.whichList')}
            value={list}
            onChange={(next) => {
              setList(next);
              setValues(emptyRecord(next, known));
            }}
            options={lists.map((value) => ({ value, label: t(`roster.list.${value}`) }))}
          />
        )}
        <RecordFields
          key={list}
          list={list}
          values={values}
          onChange={setValues}
          names={person === undefined ? (record?.people ?? {}) : { ...record?.people, [person.id]: person.name }}
          withoutPerson={person !== undefined}
          error={error}
        />
      </div>
    </Drawer>
  );
}
