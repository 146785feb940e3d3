import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useDeferredValue } from 'react';
import { useTranslation } from 'react-i18next';
import { useSay } from '../../i18n/language.ts';
import { useSession } from '../../session.tsx';
import { trpc } from '../../trpc.ts';
import { clauseMatches, useClauseLabel } from '../clause.ts';
import { useCompanyMatch } from '../use-company-match.ts';
import type { Entry, EntryGroup } from './entry.ts';
import { usePages } from './use-pages.ts';

/** What the palette offers for the words typed: pages, licences of this company, other companies, clauses of the rulebook. */
export function useEntries(typed: string, open: boolean): EntryGroup[] {
  const { t } = useTranslation();
  const say = useSay();
  const clauseLabel = useClauseLabel();
  const { organisation, organisations } = useSession();
  const organisationId = organisation.id;
  const others = organisations.filter(({ id }) => id !== organisationId);
  const allPages = usePages();
  const query = useDeferredValue(typed.trim());
  const search = query === '' ? undefined : query;
  const matches = useCompanyMatch(query);
  const licences = useQuery({
    ...trpc.licences.list.queryOptions({ organisationId, search, limit: 8 }),
    enabled: open && organisation.kind === 'company',
    placeholderData: keepPreviousData,
  });
  const rulebook = useQuery({ ...trpc.rulebook.overview.queryOptions(), enabled: open, staleTime: Infinity });

  const pages = allPages.filter(({ label }) => label.toLowerCase().includes(query.toLowerCase()));

  const companies = query === '' ? [] : others.filter(matches);
  const elsewhere = companies.slice(0, 8).map(
    ({ id, name, uscc, kind, isSandbox }): Entry => ({
      id,
      label: name,
      detail: isSandbox ? t('organisation.sandbox') : (uscc ?? t(`frame.kind.${kind}`)),
      organisation: id,
    }),
  );

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
    { title: t('palette.companies'), entries: elsewhere },
    { title: t('palette.clauses'), entries: clauses },
  ].filter(({ entries }) => entries.length > 0);
}
