import type { Law, Penalty } from '@zhengqi/obligations';
import { useTranslation } from 'react-i18next';
import { useSay } from '../../i18n/language.ts';
import { MarkTag } from '../marks.tsx';
import { useSourceName } from './sources-list.tsx';
import './duty.css';

/** What follows a breach, mildest first, each with its source and how far it is verified. */
export function PenaltiesList({ penalties, laws }: { penalties: readonly Penalty[]; laws: readonly Law[] }) {
  const { t } = useTranslation();
  const say = useSay();
  const nameOf = useSourceName(laws);
  if (penalties.length === 0) return <p className="zq-muted">{t('occurrence.page.noPenalties')}</p>;
  return (
    <ul className="zq-penalties">
      {penalties.map((penalty) => (
        <li key={`${penalty.tier} ${penalty.text.zh}`}>
          <MarkTag mark={penalty.source.mark} />
          <div>
            <span className="zq-muted">{t(`occurrence.page.tier.${penalty.tier}`)}</span> {say(penalty.text)}{' '}
            <Amount {...penalty} />
            <div className="zq-small zq-faint">{nameOf(penalty.source)}</div>
          </div>
        </li>
      ))}
    </ul>
  );
}

function Amount({ minYuan, maxYuan }: Pick<Penalty, 'minYuan' | 'maxYuan'>) {
  const { t } = useTranslation();
  const min = minYuan?.toLocaleString('zh-CN');
  const max = maxYuan?.toLocaleString('zh-CN');
  if (min === undefined && max === undefined) return null;
  const text =
    min !== undefined && max !== undefined
      ? t('occurrence.page.range', { min, max })
      : max !== undefined
        ? t('occurrence.page.upTo', { max })
        : t('occurrence.page.atLeast', { min });
  return <span className="zq-amount zq-nowrap">{text}</span>;
}
