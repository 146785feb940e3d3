import { z } from 'zod';
import { Cursor, Limit } from '../pagination.ts';

export const ListOutboxInput = z.strictObject({ cursor: Cursor, limit: Limit });
export const OutboxPage = z.strictObject({
  items: z.array(
    z.strictObject({
      id: z.string(),
      at: z.string(),
      to: z.string(),
      template: z.string(),
      language: z.enum(['zh', 'en']),
      subject: z.string(),
      text: z.string(),
    }),
  ),
  nextCursor: z.string().nullable(),
});

export const RollSandboxInput = z.strictObject({});
