import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { checkAudit } from '../../jobs/check-audits.ts';
import { everything, found } from '../../testing/everything.ts';
import { licensedCompany } from '../../testing/licensed-company.ts';
import { createTestProduct, type TestCompany, type TestProduct } from '../../testing/product.ts';
import { somebody } from '../../testing/roster.ts';
import { testWorkerServices } from '../../testing/worker.ts';
import { addRecord } from '../roster/add-records.ts';
import { checkCompany } from '../staffing/check-company.ts';
import { accessLog } from './access-log.ts';
import { addPerson } from './add-people.ts';
import { erasePerson } from './erase-person.ts';
import { exportPerson } from './export-person.ts';
import { getPerson, listPeople } from './list-people.ts';
import { revealField } from './reveal-field.ts';

let product: TestProduct;
let company: TestCompany & { licenceId: string };
beforeAll(async () => {
  product = await createTestProduct();
});
afterAll(() => product.drop());
beforeEach(async () => {
  company = await licensedCompany(product);
});

describe('everything of one person', () => {
  it('is exported in full, with nothing of others, and that is written down', async () => {
    const one = await somebody(company);
    const other = await addPerson(company.ctx, { name: '人OTHER', phones: ['13700000001'] });
    const shift = (personId: string) => ({ personId, weekday: 2, start: '09:00', end: '18:00' });
    const shifts = [shift(one.personId), shift(other.personId)];
    await addRecord(company.ctx, {
      entry: { list: 'rotas', record: { post: 'emergency-duty', from: '2026-01-01', to: null, shifts } },
    });
    const copy = await exportPerson(company.ctx, { personId: one.personId, reason: '本人申请' });
    expect(copy.person).toMatchObject({
      name: one.name,
      idNumber: one.idNumber,
      email: one.email,
      phones: [{ number: one.phone }],
    });
    const text = JSON.stringify(copy);
    expect(found(text, ['人OTHER', other.personId, 'zq1.', 'wrapped'])).toEqual([]);
    const { rows } = await product.database.admin.query('select name from app.person_tables()');
    expect([...new Set(copy.tables.map(({ name }) => name.replace(' (shared)', '')))].sort()).toEqual(
      [...new Set(rows.map((row) => row.name as string))].sort(),
    );
    const records = copy.tables.find(({ name }) => name === 'roster_record')?.rows ?? [];
    expect(records.map(({ list }) => String(list)).sort()).toEqual([
      'assignments',
      'employments',
      'trainings',
      'trainings',
    ]);
    expect(copy.audit.map(({ action }) => action)).toContain('person.added');
    expect((await accessLog(company.ctx, { personId: one.personId })).items).toMatchObject([
      { action: 'person.exported', reason: '本人申请' },
    ]);
  });

  it('is deleted for good: nothing in any table, in the audit an id that leads to nobody, and the chain stays whole', async () => {
    const one = await somebody(company);
    const stays = await somebody(company, 'data-security-body', 'emergency-duty');
    await revealField(company.ctx, { personId: one.personId, field: 'idNumber', reason: `${one.name} 的社保` });
    const filings = () =>
      product.database.admin.query(
        `select data from app.roster_record where tenant_id = $1 and list = 'filings' order by recorded_at`,
        [company.tenantId],
      );
    expect((await filings()).rows).toHaveLength(2);
    const input = { personId: one.personId, version: 1, name: one.name, reason: 'asked-by-the-person' };
    await expect(erasePerson(company.ctx, { ...input, name: '别人' })).rejects.toMatchObject({
      fields: [{ path: 'name' }],
    });
    const { deleted } = await erasePerson(company.ctx, input);
    expect(deleted).toMatchObject({ 'app.person': 1, 'app.person_phone': 1, 'app.person_key': 1 });
    const rows = (await everything(product.database.admin)).split('\n');
    const uuid = one.personId.slice(4).replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');
    const words = [one.personId, one.name, one.idNumber, one.phone, one.email, one.externalRef];
    expect(rows.filter((row) => found(row, words).length > 0)).toEqual([]);
    // Where the id still stands, it is in the append-only audit and its hashes alone.
    const places = rows.filter((row) => row.includes(uuid)).map((row) => row.split(' ')[0]);
    expect([...new Set(places)]).toEqual(['app.audit_event']);
    // A filing stays as a fact.
    const named = (await filings()).rows.map(({ data }) => data.personId as string | null);
    expect(new Set(named)).toEqual(new Set([null, stays.personId]));
    await expect(getPerson(company.ctx, { personId: one.personId })).rejects.toMatchObject({ code: 'not-found' });
    expect((await getPerson(company.ctx, { personId: stays.personId })).records.length).toBeGreaterThan(4);
    const check = await checkAudit(testWorkerServices(product), 'check', { tenantId: company.tenantId });
    expect(check).toMatchObject({ problem: null });
    await checkCompany(company.ctx, {});
  });

  it('of another company can be neither exported nor deleted', async () => {
    const { personId, name } = await somebody(company);
    const other = await product.company();
    await expect(exportPerson(other.ctx, { personId, reason: '本人申请' })).rejects.toMatchObject({
      code: 'not-found',
    });
    const input = { personId, version: 1, name, reason: 'no-longer-needed' };
    await expect(erasePerson(other.ctx, input)).rejects.toMatchObject({ code: 'not-found' });
    expect((await listPeople(company.ctx, {})).items.map(({ id }) => id)).toContain(personId);
  });
});
