import { useTranslation } from 'react-i18next';
import { ROSTER_FIELDS, type RosterListName } from '../../components/roster/roster-fields.ts';
import type { useRosterWords } from '../../components/roster/use-record-text.ts';
import type { Tone } from '../../palette.ts';
import type { RouterOutputs } from '../../trpc.ts';
import { DateText } from '../../ui/date-text.tsx';
import { Tag } from '../../ui/tag.tsx';

type PersonRow = RouterOutputs['people']['list']['items'][number];

const TONES: Record<PersonRow['status'], Tone> = {
  employed: 'success',
  'to-come': 'info',
  left: 'neutral',
  'no-contract': 'warning',
};

export function PersonStatusTag({ status }: { status: PersonRow['status'] }) {
  const { t } = useTranslation();
  return <Tag tone={TONES[status]}>{t(`people.status.${status}`)}</Tag>;
}

interface PostsTextProps {
  posts: PersonRow['posts'];
  words: ReturnType<typeof useRosterWords>;
}

/** Posts held today, one a line. */
export function PostsText({ posts, words }: PostsTextProps) {
  const { t } = useTranslation();
  return (
    <ul>
      {posts.map(({ recordId, post, share, deputy, province }) => {
        const more = [
          deputy && t('roster.deputyTag'),
          share === 100 && t('roster.fullTimePost'),
          share !== null && share !== 100 && t('roster.sharePercent', { n: share }),
          province !== null && words.province(province),
        ].filter((word) => word !== false);
        return (
          <li key={recordId}>
            {words.post(post)}
            {more.length > 0 && <span className="zq-small zq-faint"> {more.join(' · ')}</span>}
          </li>
        );
      })}
    </ul>
  );
}

/** Form and time of the contract. */
export function EmploymentText({ employment }: { employment: NonNullable<PersonRow['employment']> }) {
  const { t } = useTranslation();
  const types = ROSTER_FIELDS.employments.find(({ key }) => key === 'type')?.choices;
  const word = types?.find(({ value }) => value === employment.type)?.word;
  return (
    <div>
      {word === undefined ? employment.type : t(`roster.choice.${word}`)}
      <div className="zq-small zq-faint">
        <DateText date={employment.from} /> ～{' '}
        {employment.to === null ? t('roster.openEnd') : <DateText date={employment.to} />}
      </div>
    </div>
  );
}

/** What ends first, and when. */
export function NextEnd({ nextEnd }: { nextEnd: NonNullable<PersonRow['nextEnd']> }) {
  const { t } = useTranslation();
  const known = Object.hasOwn(ROSTER_FIELDS, nextEnd.list);
  const list = known ? t(`roster.list.${nextEnd.list as RosterListName}`) : nextEnd.list;
  return (
    <div>
      <DateText date={nextEnd.on} withWeekday />
      <div className="zq-small zq-faint">{t('people.nextEnd', { list })}</div>
    </div>
  );
}
