import { addDays, civilDate } from '@zhengqi/obligations';
import { useSuspenseQueries } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { listInput, type OccurrenceSearch } from '../../components/occurrences/search.ts';
import type { Tone } from '../../palette.ts';
import { useOrganisationId, useSession } from '../../session.tsx';
import { trpc } from '../../trpc.ts';
import './home.css';

const TILES = ['now', 'week', 'month', 'quarter', 'past', 'uncertain'] as const;
type TileName = (typeof TILES)[number];

/** The filters behind the tiles: a tile counts by the very filter that its link opens. */
function filtersOf(today: string): Record<TileName, OccurrenceSearch> {
  const until = (days: number): OccurrenceSearch => ({ from: today, to: addDays(civilDate(today), days) });
  return {
    now: { status: ['at-once', 'open'] },
    week: until(7),
    month: until(30),
    quarter: until(90),
    past: { status: ['past-no-evidence'] },
    uncertain: { status: ['uncertain'] },
  };
}

const TONE: Record<TileName, Tone> = {
  now: 'info',
  week: 'danger',
  month: 'warning',
  quarter: 'neutral',
  past: 'warning',
  uncertain: 'unknown',
};

export function DueTiles() {
  const { t } = useTranslation();
  const organisationId = useOrganisationId();
  const { today } = useSession();
  const filters = filtersOf(today);
  const counts = useSuspenseQueries({
    queries: TILES.map((name) => trpc.occurrences.counts.queryOptions(listInput(organisationId, filters[name]))),
  });
  return (
    <div className="zq-tiles" role="group" aria-label={t('home.dueTitle')}>
      {TILES.map((name, index) => {
        const total = counts[index]?.data.total ?? 0;
        return (
          <Link
            key={name}
            to="/occurrences"
            search={filters[name]}
            className="zq-tile"
            data-tone={total === 0 ? 'neutral' : TONE[name]}
          >
            <span className="zq-tile-name">{t(`home.tile.${name}`)}</span>
            <span className="zq-tile-count">{total}</span>
            <span className="zq-tile-hint">{t(`home.tileHint.${name}`)}</span>
          </Link>
        );
      })}
    </div>
  );
}
