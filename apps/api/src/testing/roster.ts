import { randomInt } from 'node:crypto';
import type { Assignment, Employment } from '@zhengqi/obligations';
import { addPerson } from '../features/persons/add-people.ts';
import { addRecord } from '../features/roster/add-records.ts';
import { withdrawRecord } from '../features/roster/change-record.ts';
import type { TestCompany } from './product.ts';

/** A contract of a person from 2024 on, with changes. */
export function contract(personId: string, change: Partial<Employment> = {}) {
  const record = {
    personId,
    type: 'full-time',
    contractFrom: '2024-01-01',
    contractTo: null,
    leftOn: null,
    insurance: { from: '2024-01-01', to: null },
    management: false,
    ...change,
  };
  return { list: 'employments', record };
}

/** A post of a person from 2026 on, full-time security staff unless changed. */
export function assignment(personId: string, change: Partial<Omit<Assignment, 'post'>> & { post?: string } = {}) {
  const record = {
    personId,
    post: 'security-staff',
    from: '2026-01-01',
    to: null,
    share: 100,
    deputy: false,
    province: null,
    unit: null,
    appointedOn: '2026-01-01',
    ...change,
  };
  return { list: 'assignments', record };
}

/** A number that stands nowhere else in the whole server. */
export const phoneNumber = () =>
  `139${randomInt(10 ** 8)
    .toString()
    .padStart(8, '0')}`;
const canary = () =>
  `E${randomInt(10 ** 12)
    .toString()
    .padStart(12, '0')}`;

export interface Somebody {
  personId: string;
  idNumber: string;
  phone: string;
  email: string;
  name: string;
  externalRef: string;
}

/** A person whose every particular is a canary, with a record of each kind that names people. */
export async function somebody(
  { ctx }: TestCompany,
  kind = 'security-body',
  post = 'duty-contact-7x24',
): Promise<Somebody> {
  const [idNumber, phone, name] = [canary(), phoneNumber(), `人${canary()}`];
  const [email, externalRef] = [`${canary().toLowerCase()}@example.cn`, `HR-${canary()}`];
  const { personId } = await addPerson(ctx, { name, idNumber, phones: [phone], email, externalRef });
  const add = (entry: unknown) => addRecord(ctx, { entry });
  await add(contract(personId));
  await add(assignment(personId));
  await add({ list: 'trainings', record: { personId, kind: 'security', on: '2026-05-04' } });
  const { recordId } = await add({ list: 'trainings', record: { personId, kind: 'security', on: '2026-05-05' } });
  await withdrawRecord(ctx, { recordId, version: 1, reason: `${name} 没有参加` });
  await add({
    list: 'filings',
    record: { kind: 'security-body', province: '苏', personId, on: '2026-02-01', receipt: true },
  });
  const member = { personId, external: false, from: '2026-01-01', to: null };
  const body = { kind, from: '2026-01-01', to: null, headId: personId, headSince: '2026-01-01', appointedOn: null };
  await add({ list: 'bodies', record: { ...body, members: [member] } });
  const shift = { personId, weekday: 1, start: '09:00', end: '18:00' };
  await add({ list: 'rotas', record: { post, from: '2026-01-01', to: null, shifts: [shift] } });
  return { personId, idNumber, phone, email, name, externalRef };
}

/** A complaint handler and a deputy with contracts and phones of their own; gives their ids. */
export async function complaintHandlers({ ctx }: TestCompany): Promise<string[]> {
  const ids: string[] = [];
  for (const [i, deputy] of [false, true].entries()) {
    const { personId } = await addPerson(ctx, {
      name: `客服${i}`,
      phones: [`1380000000${i}`],
      identityOnFile: true,
    });
    await addRecord(ctx, { entry: contract(personId) });
    await addRecord(ctx, { entry: assignment(personId, { post: 'complaint-handler', share: 50, deputy }) });
    ids.push(personId);
  }
  return ids;
}
