import { useSuspenseQuery } from '@tanstack/react-query';
import type { Law } from '@zhengqi/obligations';
import { useTranslation } from 'react-i18next';
import { MarksLegend, MarkTag } from '../../../components/marks.tsx';
import { useLanguage, useSay } from '../../../i18n/language.ts';
import { trpc } from '../../../trpc.ts';
import { Card } from '../../../ui/card.tsx';
import { Page } from '../../../ui/page.tsx';
import { type Column, Table } from '../../../ui/table.tsx';

/** The register of laws that the rulebook cites. */
export function LawsPage() {
  const { t } = useTranslation();
  const say = useSay();
  const { language } = useLanguage();
  const { data } = useSuspenseQuery(trpc.rulebook.laws.queryOptions());
  const columns: Column<Law>[] = [
    {
      key: 'law',
      title: t('rulebook.column.law'),
      lead: true,
      cell: ({ title, note }) => (
        <div>
          {say(title)}
          {/* The name in force is the Chinese one. */}
          {language === 'en' && (
            <div className="zq-small zq-faint" lang="zh-CN">
              {title.zh}
            </div>
          )}
          {note !== undefined && <div className="zq-small zq-faint">{say(note)}</div>}
        </div>
      ),
    },
    {
      key: 'mark',
      title: t('rulebook.column.mark'),
      cell: ({ mark }) => <MarkTag mark={mark} />,
    },
    { key: 'issuer', title: t('rulebook.column.issuer'), cell: ({ issuer }) => <span lang="zh-CN">{issuer}</span> },
    {
      key: 'inForce',
      title: t('rulebook.column.inForce'),
      nowrap: true,
      cell: ({ inForceFrom, inForceTo }) => (
        <span className="zq-num">
          {inForceFrom ?? t('state.unknown')}
          {inForceTo !== undefined && ` ${t('rulebook.until', { to: inForceTo })}`}
        </span>
      ),
    },
    {
      key: 'amendments',
      title: t('rulebook.column.amendments'),
      cell: ({ amendments }) => (amendments === undefined ? null : <span className="zq-small">{say(amendments)}</span>),
    },
  ];
  return (
    <Page
      title={t('rulebook.lawsTitle')}
      lead={t('rulebook.lawsLead')}
      crumbs={[{ label: t('nav.rulebook'), link: { to: '/rulebook' } }]}
    >
      <MarksLegend />
      <Card flush label={t('rulebook.lawsTitle')}>
        <Table
          caption={t('rulebook.lawsTitle')}
          columns={columns}
          rows={data.items}
          rowKey={({ id }) => id}
          foot={t('table.count', { count: data.items.length })}
        />
      </Card>
    </Page>
  );
}
