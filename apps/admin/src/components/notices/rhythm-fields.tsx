import { Checkbox } from 'antd';
import { useTranslation } from 'react-i18next';
import type { RouterOutputs } from '../../trpc.ts';
import { ChoiceField } from '../../ui/choice-field.tsx';

export type Rhythm = RouterOutputs['reminders']['mine']['rhythm'];

const TIMES = Array.from({ length: 48 }, (_, half) => {
  const hour = String(Math.floor(half / 2)).padStart(2, '0');
  return `${hour}:${half % 2 === 0 ? '00' : '30'}`;
});
const HOURS = Array.from({ length: 24 }, (_, hour) => hour);

/** When nobody is disturbed, and when the daily message comes. */
export function RhythmFields({ value, onChange }: { value: Rhythm; onChange: (value: Rhythm) => void }) {
  const { t } = useTranslation();
  const set = (change: Partial<Rhythm>) => onChange({ ...value, ...change });
  const times = (chosen: string) =>
    [...new Set([...TIMES, chosen])].toSorted().map((time) => ({ value: time, label: time }));
  return (
    <>
      <div className="zq-row">
        <ChoiceField
          label={t('notice.quietFrom')}
          value={value.quietFrom}
          onChange={(quietFrom) => set({ quietFrom })}
          options={times(value.quietFrom)}
        />
        <ChoiceField
          label={t('notice.quietTo')}
          value={value.quietTo}
          onChange={(quietTo) => set({ quietTo })}
          options={times(value.quietTo)}
        />
        <ChoiceField
          label={t('notice.digestHour')}
          value={value.digestHour}
          onChange={(digestHour) => set({ digestHour })}
          options={HOURS.map((hour) => ({ value: hour, label: t('notice.hour', { hour }) }))}
        />
      </div>
      <Checkbox checked={value.workingDaysOnly} onChange={({ target }) => set({ workingDaysOnly: target.checked })}>
        {t('notice.workingDays')}
      </Checkbox>
    </>
  );
}
