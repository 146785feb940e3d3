import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useRosterWords } from '../../components/roster/use-record-text.ts';
import type { RouterOutputs } from '../../trpc.ts';
import { DateText } from '../../ui/date-text.tsx';
import { type Column, Table } from '../../ui/table.tsx';
import { EmploymentText, NextEnd, PersonStatusTag, PostsText } from './person-facts.tsx';
import './people.css';

export type PersonRow = RouterOutputs['people']['list']['items'][number];

export function PeopleTable({ rows, foot }: { rows: readonly PersonRow[]; foot: ReactNode }) {
  const { t } = useTranslation();
  const words = useRosterWords();
  const columns: Column<PersonRow>[] = [
    {
      key: 'name',
      title: t('people.column.name'),
      lead: true,
      cell: ({ id, name, externalRef }) => (
        <div>
          <Link to="/people/$personId" params={{ personId: id }}>
            {name}
          </Link>
          {externalRef !== null && <div className="zq-small zq-faint">{externalRef}</div>}
        </div>
      ),
    },
    {
      key: 'status',
      title: t('people.column.status'),
      nowrap: true,
      cell: ({ status }) => <PersonStatusTag status={status} />,
    },
    {
      key: 'posts',
      title: t('people.column.posts'),
      cell: ({ posts }) => (posts.length === 0 ? null : <PostsText posts={posts} words={words} />),
    },
    {
      key: 'employment',
      title: t('people.column.employment'),
      cell: ({ employment }) => (employment === null ? null : <EmploymentText employment={employment} />),
    },
    {
      key: 'nextEnd',
      title: t('people.column.nextEnd'),
      cell: ({ nextEnd }) => (nextEnd === null ? null : <NextEnd nextEnd={nextEnd} />),
    },
    {
      key: 'id',
      title: t('people.column.id'),
      cell: ({ idNumber, phones }) =>
        idNumber === null && (phones ?? []).length === 0 ? null : (
          <div className="zq-small zq-num">
            {idNumber !== null && <div>{idNumber}</div>}
            {(phones ?? []).map(({ id, number }) => (
              <div key={id}>{number}</div>
            ))}
          </div>
        ),
    },
    {
      key: 'since',
      title: t('people.since'),
      nowrap: true,
      cell: ({ createdAt }) => <DateText date={createdAt.slice(0, 10)} />,
    },
  ];
  return <Table caption={t('people.title')} columns={columns} rows={rows} rowKey={({ id }) => id} foot={foot} />;
}
