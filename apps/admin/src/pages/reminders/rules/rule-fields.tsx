import { useTranslation } from 'react-i18next';
import { LeadDaysField } from '../../../components/notices/lead-days-field.tsx';
import { NumberField } from '../../../ui/number-field.tsx';
import type { RuleDraft } from './settings.ts';

/** Lead times, repetition and escalation; what is empty stays as the defaults have it. */
export function RuleFields({ value, onChange }: { value: RuleDraft; onChange: (value: RuleDraft) => void }) {
  const { t } = useTranslation();
  return (
    <>
      <LeadDaysField
        value={value.lead}
        onChange={(lead) => onChange({ ...value, lead })}
        hint={`${t('notice.leadDaysHint')} ${t('notice.asDefault')}`}
      />
      <div className="zq-row">
        <NumberField
          label={t('notice.overdueEvery')}
          value={value.overdueEvery}
          onChange={(overdueEvery) => onChange({ ...value, overdueEvery })}
          min={1}
          max={90}
          hint={t('notice.asDefault')}
        />
        <NumberField
          label={t('notice.escalateAt')}
          value={value.escalateAt}
          onChange={(escalateAt) => onChange({ ...value, escalateAt })}
          min={-90}
          max={365}
          hint={t('notice.escalateHint')}
        />
      </div>
    </>
  );
}
