import { useQuery } from '@tanstack/react-query';
import type { LinkProps } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useSession } from '../../session.tsx';
import { trpc } from '../../trpc.ts';
import { administrationPages } from '../shell/administration-pages.ts';
import type { Entry } from './entry.ts';

/** Every page that this user finds in this organisation. */
export function usePages(): Entry[] {
  const { t } = useTranslation();
  const session = useSession();
  const operator = useQuery({ ...trpc.operator.status.queryOptions(), staleTime: Infinity });
  const pages: [LinkProps, string][] = [
    ...(session.organisation.kind === 'company'
      ? ([
          [{ to: '/' }, t('nav.home')],
          [{ to: '/licences' }, t('nav.licences')],
          [{ to: '/licences/import' }, t('nav.importLicence')],
          [{ to: '/occurrences' }, t('nav.occurrences')],
          [{ to: '/year' }, t('nav.year')],
          [{ to: '/questions' }, t('nav.questions')],
          [{ to: '/events' }, t('nav.events')],
          [{ to: '/events/new' }, t('nav.recordEvent')],
          [{ to: '/workflows' }, t('nav.workflows')],
          [{ to: '/requests' }, t('nav.requests')],
          [{ to: '/requests/new' }, t('request.new')],
          [{ to: '/staffing' }, t('nav.staffing')],
          [{ to: '/people' }, t('nav.people')],
        ] satisfies [LinkProps, string][])
      : []),
    ...administrationPages(session).map(({ key, link }): [LinkProps, string] => [link, t(`nav.${key}`)]),
    ...(session.organisation.role === 'owner'
      ? [[{ to: '/organisation', search: { tab: 'data' } }, t('organisation.tab.data')] satisfies [LinkProps, string]]
      : []),
    [{ to: '/notifications' }, t('notice.title')],
    [{ to: '/notifications/preferences' }, t('notice.preferencesTitle')],
    [{ to: '/calendar-feeds' }, t('feed.title')],
    [{ to: '/security' }, t('frame.security')],
    ...(operator.data?.operator === true
      ? [[{ to: '/operator' }, t('frame.operator')] satisfies [LinkProps, string]]
      : []),
    [{ to: '/rulebook' }, t('nav.rulebook')],
    [{ to: '/rulebook/laws' }, t('nav.laws')],
    [{ to: '/calendar' }, t('nav.calendar')],
  ];
  return pages.map(([link, label]) => ({ id: `page ${label}`.replaceAll(' ', '-'), label, detail: '', link }));
}
