import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { LinkProps } from '@tanstack/react-router';
import { useDeferredValue } from 'react';
import { useTranslation } from 'react-i18next';
import { useSay } from '../../i18n/language.ts';
import { useOrganisationId } from '../../session.tsx';
import { trpc } from '../../trpc.ts';
import { clauseMatches, useClauseLabel } from '../clause.ts';

export interface Entry {
  id: string;
  label: string;
  detail: string;
  link: LinkProps;
}

export interface EntryGroup {
  title: string;
  entries: Entry[];
}

/** What the palette offers for the words typed: pages, licences of this company, clauses of the rulebook. */
export function useEntries(typed: string, open: boolean): EntryGroup[] {
  const { t } = useTranslation();
  const say = useSay();
  const clauseLabel = useClauseLabel();
  const organisationId = useOrganisationId();
  const query = useDeferredValue(typed.trim());
  const search = query === '' ? undefined : query;
  const licences = useQuery({
    ...trpc.licences.list.queryOptions({ organisationId, search, limit: 8 }),
    enabled: open,
    placeholderData: keepPreviousData,
  });
  const rulebook = useQuery({ ...trpc.rulebook.overview.queryOptions(), enabled: open, staleTime: Infinity });

  const pages: Entry[] = (
    [
      ['/', t('nav.home')],
      ['/licences', t('nav.licences')],
      ['/licences/import', t('nav.importLicence')],
      ['/occurrences', t('nav.occurrences')],
      ['/year', t('nav.year')],
      ['/questions', t('nav.questions')],
      ['/events', t('nav.events')],
      ['/events/new', t('nav.recordEvent')],
      ['/rulebook', t('nav.rulebook')],
      ['/rulebook/laws', t('nav.laws')],
      ['/calendar', t('nav.calendar')],
    ] as const
  )
    .filter(([, label]) => label.toLowerCase().includes(query.toLowerCase()))
    .map(([to, label]) => ({ id: to, label, detail: '', link: { to } }));

  const found = (licences.data?.items ?? []).map(
    ({ id, number, holder }): Entry => ({
      id,
      label: number ?? t('state.notPrinted'),
      detail: holder ?? '',
      link: { to: '/licences/$licenceId', params: { licenceId: id } },
    }),
  );

  const clauses = (rulebook.data?.duties ?? [])
    .filter(
      ({ clause, title }) => clauseMatches(clause, query) || say(title).toLowerCase().includes(query.toLowerCase()),
    )
    .slice(0, query === '' ? 4 : 12)
    .map(
      ({ id, clause, title }): Entry => ({
        id,
        label: clauseLabel(clause),
        detail: say(title),
        link: { to: '/rulebook/$clause', params: { clause } },
      }),
    );

  return [
    { title: t('palette.pages'), entries: pages },
    { title: t('palette.licences'), entries: found },
    { title: t('palette.clauses'), entries: clauses },
  ].filter(({ entries }) => entries.length > 0);
}
