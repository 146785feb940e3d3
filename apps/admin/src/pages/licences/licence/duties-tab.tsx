import { FileDoneOutlined } from '@ant-design/icons';
import type { Applies } from '@zhengqi/obligations';
import { getRouteApi } from '@tanstack/react-router';
import { Input, Segmented } from 'antd';
import { useTranslation } from 'react-i18next';
import { AppliesTag } from '../../../components/applies-tag.tsx';
import { clauseMatches } from '../../../components/clause.ts';
import { ClauseLink } from '../../../components/clause-link.tsx';
import { DutyKinds } from '../../../components/duty-kinds.tsx';
import { DutyMarks, MarksLegend } from '../../../components/marks.tsx';
import { useSay } from '../../../i18n/language.ts';
import type { RouterOutputs } from '../../../trpc.ts';
import { Card } from '../../../ui/card.tsx';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { type Column, Table } from '../../../ui/table.tsx';
import './duties-tab.css';

type DutyView = RouterOutputs['licences']['get']['duties'][number];

const route = getRouteApi('/app/licences/$licenceId');
const ANSWERS = ['yes', 'unknown', 'no'] as const satisfies readonly Applies[];

/** Which duties bind this licence, which do not, which are undecided, and why in each case. */
export function DutiesTab({ duties }: { duties: readonly DutyView[] }) {
  const { t } = useTranslation();
  const say = useSay();
  const { applies, q = '' } = route.useSearch();
  const navigate = route.useNavigate();
  const chosen = ANSWERS.find((answer) => answer === applies);
  const count = (answer: Applies) => duties.filter((duty) => duty.applies === answer).length;
  const shown = duties.filter(
    (duty) =>
      (chosen === undefined || duty.applies === chosen) &&
      (clauseMatches(duty.clause, q) || say(duty.title).toLowerCase().includes(q.trim().toLowerCase())),
  );
  const columns: Column<DutyView>[] = [
    { key: 'clause', title: t('licence.duty.column.clause'), cell: ({ clause }) => <ClauseLink clause={clause} /> },
    { key: 'what', title: t('licence.duty.column.what'), lead: true, cell: (duty) => <What duty={duty} /> },
    {
      key: 'applies',
      title: t('licence.duty.column.applies'),
      nowrap: true,
      cell: (duty) => <AppliesTag applies={duty.applies} />,
    },
    { key: 'because', title: t('licence.duty.column.because'), cell: (duty) => <Because duty={duty} /> },
    {
      key: 'marks',
      title: t('licence.duty.column.marks'),
      cell: ({ marks }) => (marks === null ? null : <DutyMarks marks={marks} />),
    },
  ];
  return (
    <div className="zq-stack">
      <div className="zq-duty-filters zq-no-print">
        <Segmented
          aria-label={t('licence.duty.filter')}
          value={chosen ?? 'all'}
          options={[
            { value: 'all', label: `${t('licence.duty.all')} ${duties.length}` },
            ...ANSWERS.map((answer) => ({ value: answer, label: `${t(`licence.duty.${answer}`)} ${count(answer)}` })),
          ]}
          onChange={(value) =>
            void navigate({
              search: (old) => ({ ...old, applies: value === 'all' ? undefined : value }),
              replace: true,
            })
          }
        />
        <Input
          aria-label={t('licence.duty.search')}
          placeholder={t('licence.duty.search')}
          allowClear
          value={q}
          onChange={({ target }) =>
            void navigate({ search: (old) => ({ ...old, q: target.value || undefined }), replace: true })
          }
        />
      </div>
      <Card flush label={t('licence.tab.duties')}>
        {shown.length === 0 ? (
          <EmptyState icon={<FileDoneOutlined />} title={t('licence.duty.none')} text={t('licence.duty.noneText')} />
        ) : (
          <Table
            caption={t('licence.tab.duties')}
            columns={columns}
            rows={shown}
            rowKey={({ id }) => id}
            foot={<span role="status">{t('table.count', { count: shown.length })}</span>}
          />
        )}
      </Card>
      <MarksLegend />
    </div>
  );
}

function What({ duty }: { duty: DutyView }) {
  const say = useSay();
  return (
    <div className="zq-duty-what">
      <div>{say(duty.title)}</div>
      <div className="zq-small zq-faint">{say(duty.wording)}</div>
      <DutyKinds kinds={duty.kinds} />
    </div>
  );
}

function Because({ duty }: { duty: DutyView }) {
  const { t } = useTranslation();
  const say = useSay();
  return (
    <div className="zq-small">
      {say(duty.because)}
      {duty.asks.length > 0 && (
        <div>
          <route.Link to="." search={{ tab: 'questions' }}>
            {t('licence.duty.asks', { count: duty.asks.length })}
          </route.Link>
        </div>
      )}
    </div>
  );
}
