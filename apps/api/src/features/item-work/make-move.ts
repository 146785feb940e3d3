import { z } from 'zod';
import type { TenantContext } from '../../context.ts';
import { OccurrenceId } from '../../db/ids.ts';
import { AppError } from '../../errors.ts';
import { parseInput } from '../../parse-input.ts';
import { assignItem } from './assign-item.ts';
import { closeItem } from './close-item.ts';
import { prepareItem } from './prepare-item.ts';
import { recordReceipt } from './record-receipt.ts';
import { reopenItem } from './reopen-item.ts';
import type { WorkResult } from './schemas.ts';
import { submitItem } from './submit-item.ts';

/** Moves that a program may make. Signing, waiving and stating a miss are for people. */
const MOVES = {
  assign: assignItem,
  prepare: prepareItem,
  submit: submitItem,
  'record-receipt': recordReceipt,
  close: closeItem,
  reopen: reopenItem,
} as const;

const Move = z.enum(Object.keys(MOVES) as [keyof typeof MOVES, ...(keyof typeof MOVES)[]]);

export const MakeMoveInput = z.strictObject({
  occurrenceId: OccurrenceId,
  move: Move,
  /** Of the occurrence as the caller last read it. */
  version: z.int().min(1),
  /** What the move says besides; its members are those of the move. */
  data: z.record(z.string(), z.unknown()).default({}),
});

/** One move on one item, by its name: the same use cases as the screens. */
export async function makeMove(ctx: TenantContext, raw: unknown): Promise<WorkResult> {
  const { move } = parseInput(MakeMoveInput, raw);
  // As they came: the use case of the move parses them by its own schema.
  const { occurrenceId, version, data } = raw as Record<string, unknown>;
  try {
    return await MOVES[move](ctx, { ...(data as object | undefined), occurrenceId, version });
  } catch (error) {
    throw error instanceof AppError ? belowData(error) : error;
  }
}

/** The same error with its places where they stand in this input. */
function belowData(error: AppError): AppError {
  const fields = error.fields.map(({ path, message }) => ({
    path: path === 'version' ? path : `data.${path}`,
    message,
  }));
  return new AppError(error.code, error.text, { fields, isDenial: error.isDenial });
}
