import type { Clock } from '../../clock.ts';
import type { Pool } from '../../db/pool.ts';
import { forbidden, notFound } from '../../errors.ts';
import type { CurrentRules } from '../../db/current-rules.ts';

/** One call of somebody who may be an operator: whether that one is, the database decides in each of its functions. */
export interface OperatorContext {
  /** Login zq_auth: functions of the database only. */
  pool: Pool;
  credential: Buffer;
  clock: Clock;
  newId: () => string;
  requestId: string;
  rules: CurrentRules;
}

/** @throws AppError `forbidden` */
export async function requireOperator({ pool, credential }: OperatorContext): Promise<void> {
  if (!(await isOperator({ pool, credential }))) throw forbidden();
}

/** Whether a session is an operator's. */
export async function isOperator({ pool, credential }: Pick<OperatorContext, 'pool' | 'credential'>): Promise<boolean> {
  const { rows } = await pool.query<{ is: boolean }>('select authz.is_operator($1) as is', [credential]);
  return rows[0]?.is ?? false;
}

/** @throws AppError for the refusals that every function of operators can answer with */
export function requireDone<Outcome extends string>(
  outcome: Outcome | undefined,
): asserts outcome is Exclude<Outcome, 'not-operator' | 'not-found'> {
  if (outcome === 'not-operator') throw forbidden();
  if (outcome === 'not-found') throw notFound();
}
