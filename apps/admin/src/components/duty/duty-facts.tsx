import type { Duty } from '@zhengqi/obligations';
import { useTranslation } from 'react-i18next';
import { useSay } from '../../i18n/language.ts';
import { type Detail, DetailsList } from '../../ui/details-list.tsx';
import { MarkTag } from '../marks.tsx';
import './duty.css';

/** Who must do it, where it goes to as printed and as it really is, through which channel. */
export function DutyFacts({ duty, authorityName }: { duty: Duty; authorityName?: string | null }) {
  const { t } = useTranslation();
  const say = useSay();
  const { authority } = duty;
  const effective = t(`occurrence.effective.${authority.effective}`);
  const items: Detail[] = [
    { label: t('occurrence.page.bearer'), value: say(duty.bearer) },
    {
      label: t('occurrence.page.authorityPrinted'),
      value: authority.printed === null ? t('state.notPrinted') : say(authority.printed),
    },
    {
      label: t('occurrence.page.authorityEffective'),
      value: (
        <span className="zq-row">
          <span>
            {effective}
            {authority.effective === 'issuing-authority' && authorityName && ` · ${authorityName}`}
            {authority.note !== undefined && ` · ${say(authority.note)}`}
          </span>
          <MarkTag mark={duty.marks.authority} />
        </span>
      ),
    },
    {
      label: t('occurrence.page.channel'),
      value: duty.channel === null ? t('occurrence.page.noChannel') : say(duty.channel),
    },
  ];
  return <DetailsList items={items} />;
}

export function EvidenceList({ evidence }: { evidence: Duty['evidence'] }) {
  const say = useSay();
  return (
    <ul className="zq-bullets">
      {evidence.map((item) => (
        <li key={item.zh}>{say(item)}</li>
      ))}
    </ul>
  );
}

/** Notes on risk and practice. What is only practice is framed and named as such. */
export function DutyNotes({ notes }: { notes: NonNullable<Duty['notes']> }) {
  const { t } = useTranslation();
  const say = useSay();
  return (
    <ul className="zq-notes">
      {notes.map(({ text, mark }) => (
        <li key={text.zh} className={mark === 'P' ? 'zq-practice' : undefined}>
          {mark === 'P' && <span className="zq-practice-name">{t('occurrence.page.practice')}</span>}
          <span className="zq-note">
            <MarkTag mark={mark} />
            <span>{say(text)}</span>
          </span>
        </li>
      ))}
    </ul>
  );
}
