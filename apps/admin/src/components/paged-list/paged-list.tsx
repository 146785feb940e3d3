import { Button } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Card } from '../../ui/card.tsx';
import { PageSkeleton } from '../../ui/page-skeleton.tsx';
import { FormFailure } from '../failure.tsx';
import type { PagedRows } from './use-paged-list.ts';

interface PagedListProps<Row> {
  label: string;
  list: PagedRows<Row>;
  /** What stands there when there is no row. */
  empty: ReactNode;
  /** The rows as a table, with how many are shown and the way to more below it. */
  children: (rows: readonly Row[], foot: ReactNode) => ReactNode;
}

/** A list in pages: while it comes, when it failed, when it is empty, and its rows. */
export function PagedList<Row>({ label, list, empty, children }: PagedListProps<Row>) {
  const { t } = useTranslation();
  const { rows, hasNextPage } = list;
  const foot = (
    <>
      <span role="status">{t(hasNextPage ? 'table.shown' : 'table.count', { count: rows.length })}</span>
      {hasNextPage && (
        <Button className="zq-no-print" loading={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
          {t('action.more')}
        </Button>
      )}
    </>
  );
  return (
    <>
      <FormFailure error={list.error} title={t('failure.title')} />
      {list.isPending && <PageSkeleton />}
      {!list.isPending && (rows.length > 0 || list.error === null) && (
        <Card flush label={label} busy={list.isPlaceholderData}>
          {rows.length === 0 ? empty : children(rows, foot)}
        </Card>
      )}
    </>
  );
}
