import { useMutation } from '@tanstack/react-query';
import { PROVINCES } from '@zhengqi/obligations';
import { InputNumber, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { FormFailure } from '../../components/failure.tsx';
import { Labelled } from '../../components/roster/labelled.tsx';
import { useScheduled } from '../../components/use-scheduled.ts';
import { useSay } from '../../i18n/language.ts';
import { useOrganisationId } from '../../session.tsx';
import { trpc } from '../../trpc.ts';
import { ChoiceField } from '../../ui/choice-field.tsx';
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx';
import { TextField } from '../../ui/text-field.tsx';
import type { Parameter } from './parameter.ts';

/** What a source of one's own can be: never a statute that was read, which belongs into the rulebook. */
const MARKS = ['O', 'P', 'E', 'M'] as const;

/** Sets another number, for one province or all, with where it comes from. */
export function ParameterDialog({ parameter, onClose }: { parameter: Parameter; onClose: () => void }) {
  const { t } = useTranslation();
  const say = useSay();
  const organisationId = useOrganisationId();
  const scheduled = useScheduled();
  const [province, setProvince] = useState<string | null>(null);
  const [value, setValue] = useState<number | null>(parameter.default.value);
  const [zh, setZh] = useState('');
  const [en, setEn] = useState('');
  const [mark, setMark] = useState<(typeof MARKS)[number]>('O');
  const [tried, setTried] = useState(false);
  const set = useMutation(
    trpc.staffing.setParameter.mutationOptions({
      onSuccess: ({ schedule }) => scheduled(t('staffing.parameter.done'), schedule, onClose),
    }),
  );
  const submit = () => {
    setTried(true);
    const words = zh.trim();
    if (value === null || words === '') return;
    const note = { zh: words, en: en.trim() === '' ? words : en.trim() };
    set.mutate({
      organisationId,
      key: parameter.key,
      province,
      value,
      source: { law: 'own-rule', article: null, mark, note },
    });
  };
  return (
    <ConfirmDialog
      title={t('staffing.parameter.setTitle')}
      confirm={t('action.save')}
      pending={set.isPending}
      onConfirm={submit}
      onClose={onClose}
    >
      <p>{say(parameter.label)}</p>
      <Labelled label={t('staffing.parameter.where')}>
        {(id) => (
          <Select
            id={id}
            showSearch={{ optionFilterProp: 'label' }}
            value={province ?? ''}
            onChange={(chosen) => setProvince(chosen === '' ? null : chosen)}
            options={[
              { value: '', label: t('staffing.parameter.all') },
              ...PROVINCES.map(({ prefix, name }) => ({ value: prefix as string, label: say(name) })),
            ]}
          />
        )}
      </Labelled>
      <Labelled label={t('staffing.parameter.value')}>
        {(id) => <InputNumber id={id} min={0} precision={0} value={value} onChange={setValue} />}
      </Labelled>
      <TextField
        label={t('staffing.parameter.sourceText')}
        autoComplete="off"
        value={zh}
        onChange={setZh}
        problem={tried && zh.trim() === '' ? t('staffing.parameter.sourceRequired') : null}
      />
      <TextField label={t('staffing.parameter.sourceEn')} autoComplete="off" value={en} onChange={setEn} />
      <ChoiceField
        label={t('staffing.parameter.mark')}
        value={mark}
        onChange={setMark}
        options={MARKS.map((letter) => ({ value: letter, label: `${letter} ${t(`mark.${letter}`)}` }))}
        hint={t('staffing.parameter.markHint')}
      />
      <FormFailure error={set.error} />
    </ConfirmDialog>
  );
}
