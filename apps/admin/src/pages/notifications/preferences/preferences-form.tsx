import { useMutation } from '@tanstack/react-query';
import { Button, Checkbox } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { appErrorOf } from '../../../app-error.ts';
import { FormFailure } from '../../../components/failure.tsx';
import { LeadDaysField } from '../../../components/notices/lead-days-field.tsx';
import { readLeadDays, writeLeadDays } from '../../../components/notices/lead-days.ts';
import { RhythmFields } from '../../../components/notices/rhythm-fields.tsx';
import { StaleNotice, useHeldVersion } from '../../../components/stale-form.tsx';
import { useDone } from '../../../components/use-done.ts';
import { queryClient, type RouterOutputs, trpc } from '../../../trpc.ts';
import { Card } from '../../../ui/card.tsx';
import { RadioField } from '../../../ui/radio-field.tsx';
import { ChannelTable } from './channel-table.tsx';

type Mine = RouterOutputs['reminders']['mine'];

/** What one person says about being told; what they do not say is as the company has it. */
export function PreferencesForm({ mine }: { mine: Mine }) {
  const { t } = useTranslation();
  const done = useDone();
  const { quietFrom, quietTo, workingDaysOnly, digestHour, ...before } = mine.preferences;
  const [email, setEmail] = useState(before.email);
  const [channels, setChannels] = useState(before.channels);
  const saidRhythm = [quietFrom, quietTo, workingDaysOnly, digestHour].some((one) => one !== undefined);
  const [rhythmBy, setRhythmBy] = useState<'company' | 'own'>(saidRhythm ? 'own' : 'company');
  const [rhythm, setRhythm] = useState(mine.rhythm);
  const [leadBy, setLeadBy] = useState<'company' | 'own'>(before.leadDays === null ? 'company' : 'own');
  const [lead, setLead] = useState(writeLeadDays(before.leadDays ?? [30, 7, 1, 0]));
  const save = useMutation(
    trpc.reminders.setMine.mutationOptions({
      onSuccess: () => done(t('notice.saved')),
      onError: (error) => {
        if (appErrorOf(error)?.code === 'conflict') void queryClient.invalidateQueries(trpc.reminders.pathFilter());
      },
    }),
  );
  const held = useHeldVersion(mine.version, save.data?.version);
  const leadDays = leadBy === 'own' ? readLeadDays(lead) : null;
  const isWrong = leadBy === 'own' && leadDays === null;
  const asOptions = [
    { value: 'company' as const, label: t('notice.asCompany') },
    { value: 'own' as const, label: t('notice.own') },
  ];
  const goOn = () => {
    held.take();
    save.reset();
  };
  const send = () =>
    save.mutate({
      version: held.version,
      preferences: { email, channels, ...(rhythmBy === 'own' ? rhythm : {}), leadDays },
    });
  return (
    <div className="zq-stack">
      <Card title={t('notice.kinds')}>
        <div className="zq-stack">
          <Checkbox checked={email} onChange={({ target }) => setEmail(target.checked)}>
            {t('notice.mailOn')}
          </Checkbox>
          <ChannelTable channels={channels} mailOn={email} onChange={setChannels} />
        </div>
      </Card>
      <Card title={t('notice.rhythm')} note={t('notice.rhythmText')}>
        <div className="zq-stack">
          <RadioField label={t('notice.rhythm')} value={rhythmBy} onChange={setRhythmBy} options={asOptions} />
          {rhythmBy === 'own' && <RhythmFields value={rhythm} onChange={setRhythm} />}
          <RadioField label={t('notice.leadDays')} value={leadBy} onChange={setLeadBy} options={asOptions} />
          {leadBy === 'own' && <LeadDaysField value={lead} onChange={setLead} />}
        </div>
      </Card>
      <StaleNotice isStale={held.isStale && !save.isPending} onGo={goOn} />
      {!held.isStale && <FormFailure error={save.error} />}
      <div>
        <Button type="primary" disabled={isWrong} loading={save.isPending} onClick={send}>
          {t('action.save')}
        </Button>
      </div>
    </div>
  );
}
