import { AppError, conflict } from '../../errors.ts';

/** @throws AppError for the answers of the database that mean a refusal */
export function refuseMemberOutcome(outcome: string): void {
  if (outcome === 'last-owner') {
    throw conflict(
      '机构至少需要一名所有者：请先指定另一名所有者；如机构不再使用，请由所有者关闭机构。',
      'An organisation needs an owner: make somebody else an owner first, or close the organisation when it is no longer needed.',
    );
  }
  if (outcome === 'owners-only') {
    throw new AppError('forbidden', { zh: '只有所有者可以变更所有者。', en: 'Only owners make or change owners.' });
  }
}
