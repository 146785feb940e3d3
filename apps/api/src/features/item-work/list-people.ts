import type { z } from 'zod';
import type { TenantContext } from '../../context.ts';
import { publicId } from '../../db/ids.ts';
import { withTenant } from '../../db/tenant-transaction.ts';
import { parseInput } from '../../parse-input.ts';
import { readPeopleHere } from '../people-here.ts';
import { PeopleHereInput, type PeopleHereList } from './schemas.ts';

/** Everybody to whom an item can be given and whom a comment can call. */
export async function listPeople(ctx: TenantContext, raw: unknown): Promise<z.infer<typeof PeopleHereList>> {
  parseInput(PeopleHereInput, raw);
  return withTenant(ctx, 'read', async (tx) => {
    const people = await readPeopleHere(tx);
    return { items: [...people.values()].map(({ id, ...person }) => ({ id: publicId('user', id), ...person })) };
  });
}
