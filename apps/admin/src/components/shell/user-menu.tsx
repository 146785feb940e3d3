import { CalendarOutlined, ControlOutlined, LockOutlined, LogoutOutlined, UserOutlined } from '@ant-design/icons';
import { useQuery, useSuspenseQuery } from '@tanstack/react-query';
import { useRouter } from '@tanstack/react-router';
import { Button, Dropdown, type MenuProps } from 'antd';
import { useTranslation } from 'react-i18next';
import { sessionQuery } from '../../session.tsx';
import { trpc } from '../../trpc.ts';
import { useSignOut } from './use-sign-out.ts';

/** Who is signed in, what belongs to them, and the way out. */
export function UserMenu() {
  const { t } = useTranslation();
  const router = useRouter();
  const { data: status } = useSuspenseQuery(sessionQuery());
  const operator = useQuery({ ...trpc.operator.status.queryOptions(), staleTime: Infinity });
  const signOut = useSignOut();
  const { user } = status;
  if (user === null) return null;
  const items: MenuProps['items'] = [
    { key: 'who', type: 'group', label: `${user.name} · ${user.email}` },
    { type: 'divider' },
    {
      key: 'security',
      icon: <LockOutlined aria-hidden />,
      label: t('frame.security'),
      onClick: () => void router.navigate({ to: '/security' }),
    },
    {
      key: 'feeds',
      icon: <CalendarOutlined aria-hidden />,
      label: t('feed.title'),
      onClick: () => void router.navigate({ to: '/calendar-feeds' }),
    },
    ...(operator.data?.operator === true
      ? [
          {
            key: 'operator',
            icon: <ControlOutlined aria-hidden />,
            label: t('frame.operator'),
            onClick: () => void router.navigate({ to: '/operator' }),
          },
        ]
      : []),
    {
      key: 'sign-out',
      icon: <LogoutOutlined aria-hidden />,
      label: t('frame.signOut'),
      onClick: () => signOut.mutate(),
    },
  ];
  return (
    <Dropdown trigger={['click']} menu={{ items }}>
      <Button
        type="text"
        icon={<UserOutlined aria-hidden />}
        aria-label={`${user.name}: ${t('frame.user')}`}
        loading={signOut.isPending}
      >
        <span className="zq-wide-only">{user.name}</span>
      </Button>
    </Dropdown>
  );
}
