import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { publicId } from '../../db/ids.ts';
import { type Colleague, colleague, consultantOf } from '../../testing/colleague.ts';
import { licensedCompany } from '../../testing/licensed-company.ts';
import { createTestProduct, type TestCompany, type TestProduct } from '../../testing/product.ts';
import { listOccurrences } from '../occurrences/list-occurrences.ts';
import { addComment } from './add-comment.ts';
import { editComment, withdrawComment } from './edit-comment.ts';
import { listComments } from './list-comments.ts';

let product: TestProduct;
let company: TestCompany;
let member: Colleague;
let occurrenceId: string;
beforeAll(async () => {
  product = await createTestProduct();
});
afterAll(() => product.drop());
beforeEach(async () => {
  product.setNow('2026-11-24T10:00:00+08:00');
  company = await licensedCompany(product);
  member = await colleague(product, company, 'member');
  occurrenceId = (await listOccurrences(company.ctx, { limit: 1 })).items[0]?.id ?? '';
});

const add = (body: string, mentions: string[] = []) => addComment(company.ctx, { occurrenceId, body, mentions });
const list = (ctx = company.ctx) => listComments(ctx, { occurrenceId });

describe('a comment', () => {
  it('calls people who have access, and nobody else', async () => {
    const consultant = await consultantOf(product, company);
    await add('请补充回执 @李雷', [member.id, member.id, consultant.id]);
    const [first] = (await list()).items;
    expect(first?.mentions.map((person) => person?.name).sort()).toEqual(['李雷', '韩梅梅'].sort());
    const other = await product.company();
    for (const stranger of [publicId('user', other.userId), `usr_${'1'.repeat(32)}`]) {
      await expect(add('x', [member.id, stranger])).rejects.toMatchObject({
        code: 'invalid-input',
        fields: [{ path: 'mentions' }],
      });
    }
    expect((await list()).items).toHaveLength(1);
  });

  it('is edited by its author within a day; what it was before is kept', async () => {
    const { commentId } = await add('初稿');
    const edit = (ctx: Colleague['ctx'], version = 1) =>
      editComment(ctx, { commentId, version, body: '终稿', mentions: [member.id] });
    await expect(edit(member.ctx)).rejects.toMatchObject({ code: 'forbidden' });
    await edit(company.ctx);
    await expect(edit(company.ctx)).rejects.toMatchObject({ code: 'conflict' });
    expect((await list()).items).toMatchObject([{ body: '终稿', version: 2, mentions: [{ name: '李雷' }] }]);
    product.setNow('2026-11-25T10:00:01+08:00');
    await expect(edit(company.ctx, 2)).rejects.toMatchObject({ code: 'conflict' });
    const { rows } = await product.database.admin.query(
      'select body from app.comment_revision where tenant_id = $1 order by version',
      [company.tenantId],
    );
    expect(rows.map(({ body }) => body)).toEqual(['初稿', '终稿']);
  });

  it('that is withdrawn shows nobody its words, and stays withdrawn', async () => {
    const { commentId } = await add('发错了', [member.id]);
    await expect(withdrawComment(member.ctx, { commentId })).rejects.toMatchObject({ code: 'forbidden' });
    await withdrawComment(company.ctx, { commentId });
    expect((await list(member.ctx)).items).toMatchObject([
      { body: null, mentions: [], withdrawnAt: expect.any(String) },
    ]);
    await expect(withdrawComment(company.ctx, { commentId })).rejects.toMatchObject({ code: 'conflict' });
    await expect(editComment(company.ctx, { commentId, version: 1, body: 'x' })).rejects.toMatchObject({
      code: 'conflict',
    });
  });

  it('of another company is not found, and viewers only read', async () => {
    const { commentId } = await add('内部');
    const other = await licensedCompany(product);
    await expect(list(other.ctx)).rejects.toMatchObject({ code: 'not-found' });
    await expect(withdrawComment(other.ctx, { commentId })).rejects.toMatchObject({ code: 'not-found' });
    const viewer = await colleague(product, company, 'viewer');
    expect((await list(viewer.ctx)).items).toMatchObject([{ body: '内部', isOwn: false, editableUntil: null }]);
    const said = addComment(viewer.ctx, { occurrenceId, body: 'x', mentions: [] });
    await expect(said).rejects.toMatchObject({ code: 'forbidden' });
  });

  it('is listed latest first, page by page', async () => {
    for (const hour of ['11', '12', '13']) {
      product.setNow(`2026-11-24T${hour}:00:00+08:00`);
      await add(hour);
    }
    const first = await listComments(company.ctx, { occurrenceId, limit: 2 });
    const second = await listComments(company.ctx, { occurrenceId, limit: 2, cursor: first.nextCursor });
    expect([...first.items, ...second.items].map(({ body }) => body)).toEqual(['13', '12', '11']);
  });
});
