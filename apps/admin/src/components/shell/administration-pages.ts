import type { LinkProps } from '@tanstack/react-router';
import type { Session } from '../../session.tsx';

type AdministrationPage = 'clients' | 'members' | 'engagements' | 'apiKeys' | 'reminders' | 'audit' | 'organisation';

interface PageLink {
  key: AdministrationPage;
  link: LinkProps;
}

/** The pages that administer the organisation on screen, for those who may. */
export function administrationPages({ canAdminister, organisation }: Session): PageLink[] {
  const pages: PageLink[] = [];
  const isMember = organisation.role !== 'consultant' && organisation.role !== 'operator';
  if (organisation.kind === 'consultancy') pages.push({ key: 'clients', link: { to: '/clients' } });
  if (isMember) pages.push({ key: 'members', link: { to: '/members' } });
  const takesEngagements = organisation.kind === 'company' && !organisation.isSandbox;
  if (takesEngagements && isMember) pages.push({ key: 'engagements', link: { to: '/engagements' } });
  if (organisation.kind === 'company') pages.push({ key: 'reminders', link: { to: '/reminders' } });
  if (canAdminister) pages.push({ key: 'apiKeys', link: { to: '/api-keys' } });
  if (canAdminister || !isMember) pages.push({ key: 'audit', link: { to: '/audit' } });
  if (isMember) pages.push({ key: 'organisation', link: { to: '/organisation' } });
  return pages;
}
