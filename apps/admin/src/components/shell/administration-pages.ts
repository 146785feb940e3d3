import type { LinkProps } from '@tanstack/react-router';
import type { Session } from '../../session.tsx';

type AdministrationPage = 'clients' | 'members' | 'engagements' | 'apiKeys' | 'audit';

interface PageLink {
  key: AdministrationPage;
  link: LinkProps;
}

/** The pages that administer the organisation on screen, for those who may. */
export function administrationPages({ canAdminister, organisation }: Session): PageLink[] {
  const pages: PageLink[] = [];
  const isMember = organisation.role !== 'consultant';
  if (organisation.kind === 'consultancy') pages.push({ key: 'clients', link: { to: '/clients' } });
  if (isMember) pages.push({ key: 'members', link: { to: '/members' } });
  if (organisation.kind === 'company' && isMember) pages.push({ key: 'engagements', link: { to: '/engagements' } });
  if (canAdminister) pages.push({ key: 'apiKeys', link: { to: '/api-keys' } });
  if (canAdminister || !isMember) pages.push({ key: 'audit', link: { to: '/audit' } });
  return pages;
}
