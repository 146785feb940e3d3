import type { Duty, Mark } from '@zhengqi/obligations';
import { Tooltip } from 'antd';
import { useTranslation } from 'react-i18next';
import './marks.css';

export const MARKS = ['V', 'E', 'P', 'M', 'O'] as const satisfies readonly Mark[];

/** How far one legal fact is verified. The letter alone says nothing to a newcomer, so it explains itself. */
export function MarkTag({ mark }: { mark: Mark }) {
  const { t } = useTranslation();
  return (
    <Tooltip title={`${t(`mark.${mark}`)}: ${t(`mark.${mark}Long`)}`}>
      <span
        className="zq-mark"
        data-mark={mark}
        tabIndex={0}
        role="img"
        aria-label={t('mark.what', { name: t(`mark.${mark}`) })}
      >
        {mark}
      </span>
    </Tooltip>
  );
}

/** The marks of a duty's deadline, authority and penalty; what a duty does not have is left out. */
export function DutyMarks({ marks }: { marks: Duty['marks'] }) {
  const { t } = useTranslation();
  return (
    <span className="zq-marks-three">
      {(['deadline', 'authority', 'penalty'] as const).map((part) => {
        const mark = marks[part];
        return mark === null ? null : (
          <span key={part}>
            {t(`mark.${part}`)}
            <MarkTag mark={mark} />
          </span>
        );
      })}
    </span>
  );
}

export function MarksLegend() {
  const { t } = useTranslation();
  return (
    <ul className="zq-marks-legend" aria-label={t('mark.legend')}>
      {MARKS.map((mark) => (
        <li key={mark}>
          <MarkTag mark={mark} />
          {t(`mark.${mark}`)}
        </li>
      ))}
    </ul>
  );
}
