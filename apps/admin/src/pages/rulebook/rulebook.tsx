import { BookOutlined, SearchOutlined } from '@ant-design/icons';
import { DutyKind } from '@zhengqi/obligations';
import { useSuspenseQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { clauseMatches } from '../../components/clause.ts';
import { ClauseLink } from '../../components/clause-link.tsx';
import { DutyKinds } from '../../components/duty-kinds.tsx';
import { DutyMarks, MarksLegend } from '../../components/marks.tsx';
import { useSay } from '../../i18n/language.ts';
import { type RouterOutputs, trpc } from '../../trpc.ts';
import { ButtonLink } from '../../ui/button-link.tsx';
import { Card } from '../../ui/card.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Page } from '../../ui/page.tsx';
import { SettledInput } from '../../ui/settled-input.tsx';
import './rulebook.css';

type Entry = RouterOutputs['rulebook']['overview']['duties'][number];

const route = getRouteApi('/app/rulebook');

/** The index of the rulebook in the order of the licence text. */
export function RulebookPage() {
  const { t } = useTranslation();
  const say = useSay();
  const { q = '', kind } = route.useSearch();
  const navigate = route.useNavigate();
  const { data } = useSuspenseQuery(trpc.rulebook.overview.queryOptions());
  const matches = ({ clause, title, kinds }: Entry) =>
    (kind === undefined || kinds.some((own) => own === kind)) &&
    (clauseMatches(clause, q) || say(title).toLowerCase().includes(q.toLowerCase()));
  const shown = data.duties.filter(matches);
  const special = shown.filter(({ clause }) => !clause.startsWith('X'));
  const otherLaw = shown.filter(({ clause }) => clause.startsWith('X'));
  const unfiltered = q === '' && kind === undefined;
  return (
    <Page
      title={t('rulebook.title')}
      lead={
        <>
          <p>{t('rulebook.lead')}</p>
          <p className="zq-small">{t('rulebook.version', { version: data.version, asOf: data.asOf })}</p>
        </>
      }
      actions={<ButtonLink to="/rulebook/laws">{t('rulebook.toLaws')}</ButtonLink>}
    >
      <search className="zq-rule-tools zq-no-print">
        <SettledInput
          label={t('rulebook.search')}
          prefix={<SearchOutlined aria-hidden />}
          value={q}
          onSettle={(text) => void navigate({ search: (old) => ({ ...old, q: text || undefined }), replace: true })}
        />
        <Select
          aria-label={t('rulebook.kindFilter')}
          placeholder={t('rulebook.allKinds')}
          allowClear
          value={kind ?? null}
          options={DutyKind.options.map((value) => ({ value, label: t(`licence.duty.kind.${value}`) }))}
          onChange={(value: string | null | undefined) =>
            void navigate({ search: (old) => ({ ...old, kind: value ?? undefined }), replace: true })
          }
        />
      </search>
      <MarksLegend />
      {shown.length === 0 && (
        <Card>
          <EmptyState icon={<BookOutlined />} title={t('rulebook.noMatch')} text={t('rulebook.noMatchText')} />
        </Card>
      )}
      {special.length > 0 && <Section title={t('rulebook.special')} entries={special} />}
      {otherLaw.length > 0 && <Section title={t('rulebook.otherLaw')} entries={otherLaw} />}
      {unfiltered && data.notEncoded.length > 0 && (
        <Card flush title={t('rulebook.notEncodedTitle')} note={t('rulebook.notEncodedNote')}>
          <ul className="zq-rule-list">
            {data.notEncoded.map(({ clause, notEncoded }) => (
              <li key={clause} className="zq-rule">
                <ClauseLink clause={clause} />
                <span className="zq-muted">{say(notEncoded)}</span>
              </li>
            ))}
          </ul>
        </Card>
      )}
    </Page>
  );
}

function Section({ title, entries }: { title: string; entries: readonly Entry[] }) {
  const { t } = useTranslation();
  const say = useSay();
  return (
    <Card flush title={title} note={t('rulebook.dutiesCount', { count: entries.length })}>
      <ul className="zq-rule-list">
        {entries.map(({ id, clause, title: name, kinds, marks }) => (
          <li key={id} className="zq-rule">
            <ClauseLink clause={clause} />
            <div className="zq-row">
              <Link to="/rulebook/$clause" params={{ clause }} hash={id} className="zq-rule-name">
                {say(name)}
              </Link>
              <DutyKinds kinds={kinds} />
            </div>
            <DutyMarks marks={marks} />
          </li>
        ))}
      </ul>
    </Card>
  );
}
