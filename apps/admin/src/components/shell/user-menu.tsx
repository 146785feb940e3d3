import { LogoutOutlined, UserOutlined } from '@ant-design/icons';
import { useMutation } from '@tanstack/react-query';
import { useRouter } from '@tanstack/react-router';
import { Button, Dropdown, type MenuProps } from 'antd';
import { useTranslation } from 'react-i18next';
import { useSession } from '../../session.tsx';
import { queryClient, trpc } from '../../trpc.ts';

/** Who is signed in, and the way out. */
export function UserMenu() {
  const { t } = useTranslation();
  const router = useRouter();
  const { user } = useSession();
  const signOut = useMutation(
    trpc.session.signOut.mutationOptions({
      onSuccess: async () => {
        // Nothing of the one who left may be seen by the next one on this device.
        queryClient.clear();
        await router.navigate({ to: '/sign-in' });
        await router.invalidate();
      },
    }),
  );
  const items: MenuProps['items'] = [
    { key: 'who', type: 'group', label: `${user.name} · ${user.email}` },
    { type: 'divider' },
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
