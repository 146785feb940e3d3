import { Checkbox, Tooltip } from 'antd';
import { useTranslation } from 'react-i18next';
import { type NoticeKindView, useNoticeKinds } from '../../../components/notices/kinds.ts';
import { useSay } from '../../../i18n/language.ts';
import type { RouterOutputs } from '../../../trpc.ts';
import { type Column, Table } from '../../../ui/table.tsx';

type Channels = RouterOutputs['reminders']['mine']['preferences']['channels'];

interface ChannelTableProps {
  channels: Channels;
  mailOn: boolean;
  onChange: (channels: Channels) => void;
}

/** By kind: in the product, by mail. What proves that somebody was told cannot be switched off. */
export function ChannelTable({ channels, mailOn, onChange }: ChannelTableProps) {
  const { t } = useTranslation();
  const say = useSay();
  const { kinds } = useNoticeKinds();
  const set = ({ kind }: NoticeKindView, change: { inApp?: boolean; email?: boolean }) =>
    onChange({ ...channels, [kind]: { ...channels[kind], ...change } });
  const columns: Column<NoticeKindView>[] = [
    {
      key: 'kind',
      title: t('notice.kindColumn'),
      lead: true,
      cell: ({ label, help }) => (
        <div>
          {say(label)}
          <div className="zq-small zq-faint">{say(help)}</div>
        </div>
      ),
    },
    {
      key: 'inApp',
      title: t('notice.inAppColumn'),
      cell: (kind) => (
        <Tooltip title={kind.inApp.locked ? t('notice.locked') : ''}>
          <Checkbox
            aria-label={`${say(kind.label)}：${t('notice.inAppColumn')}`}
            disabled={kind.inApp.locked}
            checked={kind.inApp.locked || (channels[kind.kind]?.inApp ?? kind.inApp.default)}
            onChange={({ target }) => set(kind, { inApp: target.checked })}
          />
        </Tooltip>
      ),
    },
    {
      key: 'email',
      title: t('notice.mailColumn'),
      cell: (kind) => (
        <Checkbox
          aria-label={`${say(kind.label)}：${t('notice.mailColumn')}`}
          disabled={!mailOn}
          checked={mailOn && (channels[kind.kind]?.email ?? kind.email.default)}
          onChange={({ target }) => set(kind, { email: target.checked })}
        />
      ),
    },
  ];
  return <Table caption={t('notice.kinds')} columns={columns} rows={kinds} rowKey={({ kind }) => kind} />;
}
