import { RobotOutlined } from '@ant-design/icons';
import { useSuspenseQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNoticeKinds } from '../../../components/notices/kinds.ts';
import { useOrganisationId } from '../../../session.tsx';
import { trpc } from '../../../trpc.ts';
import { Card } from '../../../ui/card.tsx';
import { InstantText } from '../../../ui/date-text.tsx';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { Table } from '../../../ui/table.tsx';
import { Tag } from '../../../ui/tag.tsx';
import { RobotActions } from './robot-actions.tsx';
import { RobotDialog } from './robot-dialog.tsx';

/** Group robots of a company: what they send, and whether they arrive. */
export function Robots() {
  const { t } = useTranslation();
  const organisationId = useOrganisationId();
  const { nameOf } = useNoticeKinds();
  const { data } = useSuspenseQuery(trpc.channels.list.queryOptions({ organisationId }));
  const [isAdding, setIsAdding] = useState(false);
  const add = data.mayManage && (
    <Button type="primary" onClick={() => setIsAdding(true)}>
      {t('notice.robotAdd')}
    </Button>
  );
  return (
    <div className="zq-stack">
      <div className="zq-row-between">
        <p className="zq-muted">{t('notice.robotsText')}</p>
        {data.items.length > 0 && add}
      </div>
      <Card flush label={t('notice.tab.robots')}>
        {data.items.length === 0 ? (
          <EmptyState
            icon={<RobotOutlined />}
            title={t('notice.robotEmptyTitle')}
            text={t('notice.robotEmptyText')}
            action={add}
          />
        ) : (
          <Table
            caption={t('notice.tab.robots')}
            rows={data.items}
            rowKey={({ id }) => id}
            columns={[
              {
                key: 'name',
                title: t('notice.robotColumn.name'),
                lead: true,
                cell: ({ name, kind, display, hasSecret }) => (
                  <div>
                    {name} <Tag tone="neutral">{t(`notice.robotKind.${kind}`)}</Tag>
                    <div className="zq-small zq-faint">
                      <code>{display}</code>
                      {hasSecret && ` · ${t('notice.robotSigned')}`}
                    </div>
                  </div>
                ),
              },
              {
                key: 'kinds',
                title: t('notice.robotColumn.kinds'),
                cell: ({ kinds }) => <span className="zq-small">{kinds.map(nameOf).join('、')}</span>,
              },
              {
                key: 'state',
                title: t('notice.robotColumn.state'),
                cell: ({ state, lastError, lastSentAt }) => (
                  <div>
                    <Tag tone={state === 'ok' ? 'success' : 'danger'}>
                      {t(state === 'ok' ? 'notice.robotOk' : 'notice.robotDisabled')}
                    </Tag>
                    {lastError !== null && (
                      <div className="zq-small zq-field-error">
                        {t('notice.robotError', { text: lastError.text, code: lastError.code })} ·{' '}
                        <InstantText at={lastError.at} />
                      </div>
                    )}
                    <div className="zq-small zq-faint">
                      {lastSentAt === null ? (
                        t('notice.robotNever')
                      ) : (
                        <>
                          {t('notice.robotLast')} <InstantText at={lastSentAt} />
                        </>
                      )}
                    </div>
                  </div>
                ),
              },
              {
                key: 'actions',
                title: t('notice.robotColumn.actions'),
                cell: (robot) => (data.mayManage ? <RobotActions robot={robot} /> : null),
              },
            ]}
          />
        )}
      </Card>
      {isAdding && <RobotDialog onClose={() => setIsAdding(false)} />}
    </div>
  );
}
