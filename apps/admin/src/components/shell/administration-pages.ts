import type { LinkProps } from '@tanstack/react-router';
import type { Session } from '../../session.tsx';

type AdministrationPage = 'apiKeys' | 'audit';

/** The pages that administer the organisation on screen, for those who may. */
export function administrationPages(session: Session): { key: AdministrationPage; link: LinkProps }[] {
  const { canAdminister, organisation } = session;
  return [
    ...(canAdminister ? [{ key: 'apiKeys' as const, link: { to: '/api-keys' as const } }] : []),
    ...(canAdminister || organisation.role === 'consultant'
      ? [{ key: 'audit' as const, link: { to: '/audit' as const } }]
      : []),
  ];
}
