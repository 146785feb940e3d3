import { BellOutlined } from '@ant-design/icons';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { trpc } from '../../trpc.ts';
import { ButtonLink } from '../../ui/button-link.tsx';
import './notice-bell.css';

/** So many are written out; beyond it the number says less than that they are many. */
const MOST = 99;

/** How many messages wait, and the way to them. Asked once a minute. */
export function NoticeBell() {
  const { t } = useTranslation();
  const { data } = useQuery(trpc.notifications.unreadCount.queryOptions(undefined, { refetchInterval: 60_000 }));
  const count = data?.count ?? 0;
  return (
    <ButtonLink
      to="/notifications"
      className="zq-bell"
      aria-label={t(data?.more === true ? 'notice.bellMore' : 'notice.bell', { count })}
      icon={<BellOutlined aria-hidden />}
    >
      {count > 0 && (
        <span className="zq-bell-count zq-num" aria-hidden>
          {count > MOST ? `${MOST}+` : count}
        </span>
      )}
    </ButtonLink>
  );
}
