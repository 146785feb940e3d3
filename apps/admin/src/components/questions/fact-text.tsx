import { type FactType, type FactValue, type NetworkUnit, provinceOfPrefix } from '@zhengqi/obligations';
import { useTranslation } from 'react-i18next';
import { useSay } from '../../i18n/language.ts';

interface FactTextProps {
  factKey: string;
  type: FactType;
  values: readonly { value: string; label: { zh: string; en: string } }[];
  value: FactValue;
}

/** An answer as people read it. */
export function FactText({ factKey, type, values, value }: FactTextProps) {
  const { t } = useTranslation();
  const say = useSay();
  const nameOf = (member: string) => {
    const named = values.find((option) => option.value === member)?.label;
    if (named !== undefined) return say(named);
    return factKey === 'provinces_operating'
      ? say(provinceOfPrefix(member)?.name ?? { zh: member, en: member })
      : member;
  };
  if (value === null) return <span className="zq-muted">{t('state.unknown')}</span>;
  if (typeof value === 'boolean') return t(value ? 'state.yes' : 'state.no');
  if (typeof value === 'number') return <span className="zq-num">{value.toLocaleString('zh-CN')}</span>;
  if (typeof value === 'string') return nameOf(value);
  if (value.length === 0) return t('question.noneOfThese');
  if (type === 'units') return <Units units={value as readonly NetworkUnit[]} />;
  return (value as readonly string[]).map(nameOf).join(t('question.effect.joiner'));
}

function Units({ units }: { units: readonly NetworkUnit[] }) {
  const { t } = useTranslation();
  return (
    <ul className="zq-bullets">
      {units.map(({ id, name, grade, lastTestOn, lastRiskAssessmentOn }) => (
        <li key={id}>
          {name || id} · {grade ? t('question.units.gradeLevel', { n: grade }) : t('question.units.ungraded')}
          {lastTestOn && ` · ${t('question.units.lastTestOn')} ${lastTestOn}`}
          {lastRiskAssessmentOn && ` · ${t('question.units.lastRiskAssessmentOn')} ${lastRiskAssessmentOn}`}
        </li>
      ))}
    </ul>
  );
}
