import { DeleteOutlined, PlusOutlined } from '@ant-design/icons';
import { Button, Input, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { DateField } from '../../ui/date-field.tsx';
import type { AnswerValue } from './use-answer.tsx';
import './units-editor.css';

/** A network unit as the API gives and takes it. */
export type Unit = Extract<Extract<AnswerValue, unknown[]>[number], object>;

interface UnitsEditorProps {
  /** null: not answered; an empty list: the company has none. */
  units: readonly Unit[] | null;
  onChange: (units: Unit[]) => void;
  disabled?: boolean;
}

const DATES = ['gradeApprovedOn', 'filedOn', 'lastTestOn', 'lastRiskAssessmentOn'] as const;

/** The network units of a company with what the clocks of provision 6 run from. */
export function UnitsEditor({ units, onChange, disabled = false }: UnitsEditorProps) {
  const { t } = useTranslation();
  const list = units ?? [];
  const change = (id: string, part: Partial<Unit>) =>
    onChange(list.map((unit) => (unit.id === id ? { ...unit, ...part } : unit)));
  return (
    <div className="zq-units">
      {list.length === 0 && units === null && <p className="zq-muted">{t('question.units.none')}</p>}
      {list.map((unit, index) => (
        <fieldset key={unit.id} className="zq-unit" disabled={disabled}>
          <legend>{unit.name || t('question.units.unit', { n: index + 1 })}</legend>
          <div className="zq-unit-fields">
            <label>
              {t('question.units.name')}
              <Input
                value={unit.name ?? ''}
                placeholder={t('question.units.nameHint')}
                onChange={({ target }) => change(unit.id, { name: target.value })}
              />
            </label>
            <label>
              {t('question.units.grade')}
              <Select
                value={unit.grade ?? 0}
                onChange={(grade: number) => change(unit.id, { grade: grade === 0 ? null : grade })}
                options={[0, 1, 2, 3, 4, 5].map((n) => ({
                  value: n,
                  label: n === 0 ? t('question.units.ungraded') : t('question.units.gradeLevel', { n }),
                }))}
              />
            </label>
            {DATES.map((name) => (
              <label key={name}>
                {t(`question.units.${name}`)}
                <DateField value={unit[name] ?? null} onChange={(date) => change(unit.id, { [name]: date })} />
              </label>
            ))}
            <Button
              icon={<DeleteOutlined aria-hidden />}
              aria-label={t('question.units.remove', { n: index + 1 })}
              onClick={() => onChange(list.filter(({ id }) => id !== unit.id))}
            >
              {t('action.remove')}
            </Button>
          </div>
        </fieldset>
      ))}
      <div className="zq-row">
        <Button
          icon={<PlusOutlined aria-hidden />}
          disabled={disabled}
          onClick={() => onChange([...list, { id: freeId(list), grade: null }])}
        >
          {t('question.units.add')}
        </Button>
        {list.length === 0 && (
          <Button aria-pressed={units !== null} disabled={disabled} onClick={() => onChange([])}>
            {t('question.units.declareNone')}
          </Button>
        )}
      </div>
    </div>
  );
}

/** The id goes into the keys of dated items, so it is never used again within the list. */
function freeId(units: readonly Unit[]): string {
  const numbers = units.map(({ id }) => Number(/^unit-(\d+)$/.exec(id)?.[1] ?? 0));
  return `unit-${Math.max(0, ...numbers) + 1}`;
}
