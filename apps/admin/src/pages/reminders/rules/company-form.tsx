import { useMutation } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { FormFailure } from '../../../components/failure.tsx';
import { RhythmFields } from '../../../components/notices/rhythm-fields.tsx';
import { StaleNotice, useHeldVersion } from '../../../components/stale-form.tsx';
import { useDone } from '../../../components/use-done.ts';
import { useOrganisationId } from '../../../session.tsx';
import { queryClient, trpc } from '../../../trpc.ts';
import { Card } from '../../../ui/card.tsx';
import { RadioField } from '../../../ui/radio-field.tsx';
import { RuleFields } from './rule-fields.tsx';
import { draftOf, type ReminderSettings, ruleOf } from './settings.ts';

/** What the company says for all of its items and people; empty is as the product has it. */
export function CompanyForm({ settings: view }: { settings: ReminderSettings }) {
  const { t } = useTranslation();
  const done = useDone();
  const organisationId = useOrganisationId();
  const { settings, version } = view.company;
  const { quietFrom, quietTo, workingDaysOnly, digestHour } = settings;
  const saysRhythm = [quietFrom, quietTo, workingDaysOnly, digestHour].some((one) => one !== undefined);
  const [draft, setDraft] = useState(draftOf(settings));
  const [rhythmBy, setRhythmBy] = useState<'product' | 'own'>(saysRhythm ? 'own' : 'product');
  const [rhythm, setRhythm] = useState(view.rhythm);
  const save = useMutation(
    trpc.reminders.setCompany.mutationOptions({
      onSuccess: () => done(t('notice.saved')),
      onError: () => void queryClient.invalidateQueries(trpc.reminders.pathFilter()),
    }),
  );
  const held = useHeldVersion(version, save.data?.version);
  const rule = ruleOf(draft);
  const send = (what: ReminderSettings['company']['settings']) =>
    save.mutate({ organisationId, version: held.version, settings: what });
  const goOn = () => {
    held.take();
    save.reset();
  };
  const reset = () => {
    setDraft(draftOf(null));
    setRhythmBy('product');
    send({});
  };
  return (
    <Card title={t('notice.companyTitle')}>
      <fieldset className="zq-fieldset" disabled={!view.mayChange}>
        <div className="zq-stack">
          <RuleFields value={draft} onChange={setDraft} />
          <RadioField
            label={t('notice.rhythm')}
            value={rhythmBy}
            onChange={setRhythmBy}
            options={[
              { value: 'product', label: t('notice.asProduct') },
              { value: 'own', label: t('notice.own') },
            ]}
          />
          {rhythmBy === 'own' && <RhythmFields value={rhythm} onChange={setRhythm} />}
          <StaleNotice isStale={held.isStale && !save.isPending} onGo={goOn} />
          {!held.isStale && <FormFailure error={save.error} />}
          {view.mayChange && (
            <div className="zq-row">
              <Button
                type="primary"
                disabled={rule === null || held.isStale}
                loading={save.isPending}
                onClick={() => rule !== null && send({ ...rule, ...(rhythmBy === 'own' ? rhythm : {}) })}
              >
                {t('action.save')}
              </Button>
              <Button disabled={held.isStale} onClick={reset}>
                {t('notice.reset')}
              </Button>
            </div>
          )}
        </div>
      </fieldset>
    </Card>
  );
}
