import { type Condition, type FactDefinition, FACTS } from '@zhengqi/obligations';
import { useTranslation } from 'react-i18next';
import { useSay } from '../../i18n/language.ts';
import './duty.css';

const CATALOGUE: Readonly<Record<string, FactDefinition>> = FACTS;

/** A condition as nested lists, so that "all of" and "one of" can be told apart at a glance. */
export function ConditionText({ condition }: { condition: Condition }) {
  const { t } = useTranslation();
  if ('all' in condition || 'any' in condition) {
    const parts = 'all' in condition ? condition.all : condition.any;
    if (parts.length === 1 && parts[0] !== undefined) return <ConditionText condition={parts[0]} />;
    return (
      <div>
        <span className="zq-faint">{t('all' in condition ? 'rulebook.allOf' : 'rulebook.anyOf')}</span>
        <ul className="zq-bullets zq-condition">
          {parts.map((part) => (
            <li key={JSON.stringify(part)}>
              <ConditionText condition={part} />
            </li>
          ))}
        </ul>
      </div>
    );
  }
  if ('not' in condition) {
    return (
      <div>
        <span className="zq-faint">{t('rulebook.notThat')}</span>
        <div className="zq-condition">
          <ConditionText condition={condition.not} />
        </div>
      </div>
    );
  }
  return <Leaf leaf={condition} />;
}

type LeafCondition = Exclude<Condition, { all: Condition[] } | { any: Condition[] } | { not: Condition }>;

function Leaf({ leaf }: { leaf: LeafCondition }) {
  const { t } = useTranslation();
  const say = useSay();
  if ('always' in leaf) return t('rulebook.always');
  if ('onOrAfter' in leaf) return t('rulebook.onOrAfter', { date: leaf.onOrAfter });
  if ('before' in leaf) return t('rulebook.before', { date: leaf.before });
  const definition = CATALOGUE[leaf.fact];
  const question = definition === undefined ? leaf.fact : say(definition.question);
  const name = (value: string) => {
    const label = definition?.values?.find((option) => option.value === value)?.label;
    return label === undefined ? value : say(label);
  };
  if ('is' in leaf) {
    if (typeof leaf.is === 'boolean') {
      const said = definition?.says?.[leaf.is ? 'yes' : 'no'];
      if (said !== undefined) return say(said);
      return (
        <>
          {question} <strong>{t(leaf.is ? 'state.yes' : 'state.no')}</strong>
        </>
      );
    }
    return (
      <>
        {question} <strong>{name(String(leaf.is))}</strong>
      </>
    );
  }
  const answer =
    'atLeast' in leaf
      ? t('rulebook.atLeast', { n: leaf.atLeast.toLocaleString('zh-CN') })
      : 'lessThan' in leaf
        ? t('rulebook.lessThan', { n: leaf.lessThan.toLocaleString('zh-CN') })
        : 'notEmpty' in leaf
          ? t('rulebook.notEmpty')
          : t('rulebook.includes', {
              values: ('includes' in leaf ? [leaf.includes] : leaf.includesAny).map(name).join(t('rulebook.or')),
            });
  return (
    <>
      {question} <strong>{answer}</strong>
    </>
  );
}
