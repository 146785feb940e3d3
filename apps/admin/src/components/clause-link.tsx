import { Link } from '@tanstack/react-router';
import { useClauseLabel } from './clause.ts';

/** A clause, leading to what the rulebook says about it. */
export function ClauseLink({ clause }: { clause: string }) {
  const label = useClauseLabel();
  return (
    <Link to="/rulebook/$clause" params={{ clause }} className="zq-nowrap">
      {label(clause)}
    </Link>
  );
}
