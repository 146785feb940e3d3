import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { FormFailure } from '../../../components/failure.tsx';
import { useDone } from '../../../components/use-done.ts';
import { useSay } from '../../../i18n/language.ts';
import { useOrganisationId } from '../../../session.tsx';
import { trpc } from '../../../trpc.ts';
import { ChoiceField } from '../../../ui/choice-field.tsx';
import { ConfirmDialog } from '../../../ui/confirm-dialog.tsx';
import { RuleFields } from './rule-fields.tsx';
import { draftOf, type ReminderSettings, ruleOf } from './settings.ts';

interface DutyRuleDialogProps {
  settings: ReminderSettings;
  /** Null: to be chosen. */
  dutyId: string | null;
  onClose: () => void;
}

/** Rules of its own for one duty. */
export function DutyRuleDialog({ settings, dutyId, onClose }: DutyRuleDialogProps) {
  const { t } = useTranslation();
  const say = useSay();
  const done = useDone();
  const organisationId = useOrganisationId();
  const rulebook = useQuery(trpc.rulebook.overview.queryOptions());
  const [chosen, setChosen] = useState(dutyId ?? '');
  const before = settings.duties.find((duty) => duty.dutyId === chosen);
  // The version that was on screen when this opened goes with it, whatever comes in meanwhile.
  const [versions] = useState(() => new Map(settings.duties.map((duty) => [duty.dutyId, duty.version])));
  const [draft, setDraft] = useState(draftOf(before?.settings ?? null));
  const save = useMutation(
    trpc.reminders.setDuty.mutationOptions({ onSuccess: () => done(t('notice.saved'), onClose) }),
  );
  const rule = ruleOf(draft);
  const isEmpty = rule !== null && Object.keys(rule).length === 0;
  return (
    <ConfirmDialog
      title={t('notice.addDuty')}
      confirm={t('action.save')}
      disabled={chosen === '' || rule === null || isEmpty}
      pending={save.isPending}
      onConfirm={() =>
        save.mutate({ organisationId, dutyId: chosen, version: versions.get(chosen) ?? 0, settings: rule })
      }
      onClose={onClose}
    >
      {dutyId === null ? (
        <ChoiceField
          label={t('notice.duty')}
          value={chosen}
          onChange={setChosen}
          options={(rulebook.data?.duties ?? []).map(({ id, clause, title }) => ({
            value: id,
            label: `${clause} ${say(title)}`,
          }))}
        />
      ) : (
        <p>{before === undefined ? dutyId : say(before.title)}</p>
      )}
      <RuleFields value={draft} onChange={setDraft} />
      <FormFailure error={save.error} />
    </ConfirmDialog>
  );
}
