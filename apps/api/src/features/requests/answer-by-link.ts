import { sql } from 'drizzle-orm';
import type { z } from 'zod';
import { nowInstant } from '../../clock.ts';
import { publicId } from '../../db/ids.ts';
import { materialUpload } from '../../db/schema/requests.ts';
import { type TenantTransaction, withTenant } from '../../db/tenant-transaction.ts';
import { conflict, invalidField, notFound } from '../../errors.ts';
import { parseInput } from '../../parse-input.ts';
import { checkFile } from '../files/check-file.ts';
import { MAX_FILE_BYTES } from '../files/file-types.ts';
import type { FileView } from '../files/schemas.ts';
import { QUOTA_BYTES, storeFile } from '../files/store-file.ts';
import { answerInTransaction } from './answer-request.ts';
import { contextOfLink, type LinkCaller } from './link-context.ts';
import { lockRequest, readAnswers, readRequest, readThings, readUploads, type RequestTableRow } from './queries.ts';
import { AnswerByLinkInput, AnsweredByLink, LinkPage, ShowByLinkInput, UploadByLinkInput } from './schemas.ts';

/** What may come through the links of one request. */
const LIMITS = { files: 60, bytes: 300 * 1024 * 1024 };

/** What a link asks for, and what was given already. Files are named, not handed out. */
export async function showByLink(caller: LinkCaller, raw: unknown): Promise<z.infer<typeof LinkPage>> {
  const { token } = parseInput(ShowByLinkInput, raw);
  return withTenant(await contextOfLink(caller, token), 'read', async (tx) => {
    const request = await readRequest(tx, requestOf(tx));
    const { rows } = await tx.db.execute<{ company: string; expires_at: string }>(
      sql`select * from authz.link_scene()`,
    );
    const [scene] = rows;
    if (!scene) throw notFound();
    const answers = await readAnswers(tx, request.id);
    const things = await readThings(tx, [request.id]);
    const used = (await readUploads(tx, request.id)).length;
    return LinkPage.parse({
      company: scene.company,
      askedFor: request.askedForName,
      title: request.title,
      message: request.message,
      dueOn: request.dueOn,
      state: request.state,
      version: request.version,
      expiresAt: new Date(scene.expires_at).toISOString(),
      things: things.map(({ id, label, hint, form, state, reason, batch }) => ({
        itemId: publicId('requestThing', id),
        label,
        hint,
        form,
        state,
        reason,
        given: answers
          .filter((answer) => answer.thingId === id && answer.batch === batch)
          .map((answer) => ({ form: answer.form, name: answer.fileName, text: answer.text, at: answer.at })),
      })),
      limits: { fileBytes: MAX_FILE_BYTES, files: LIMITS.files, leftFiles: Math.max(0, LIMITS.files - used) },
    });
  });
}

/** Gives what was asked for by a link, by the same rules as in the product. */
export async function answerByLink(caller: LinkCaller, raw: unknown): Promise<z.infer<typeof AnsweredByLink>> {
  const { token, ...given } = parseInput(AnswerByLinkInput, raw);
  const ctx = await contextOfLink(caller, token);
  const { version, state, items } = await withTenant(ctx, 'write', (tx) =>
    answerInTransaction(tx, ctx, { ...given, requestId: requestOf(tx) }),
  );
  return AnsweredByLink.parse({ version, state, items });
}

/** Refuses a link that takes no files; asked before the first byte of one is read. */
export async function requireUploadByLink(caller: LinkCaller, token: string): Promise<void> {
  await withTenant(await contextOfLink(caller, token), 'read', async (tx) => {
    await requireRoom(tx, await readRequest(tx, requestOf(tx)), 1);
  });
}

/**
 * Takes a file through a link, looked at as closely as any. It proves nothing until it is given as an answer, and goes
 * after a day if it never is.
 * @throws AppError `unsupported-media-type`, `payload-too-large`, `invalid-input` when the link has used up its files
 */
export async function uploadByLink(caller: LinkCaller, raw: unknown): Promise<FileView> {
  const { token, file } = parseInput(UploadByLinkInput, raw);
  const ctx = await contextOfLink(caller, token);
  const checked = await checkFile(file);
  const { name, mediaType, sizeBytes, sha256 } = checked;
  return withTenant(ctx, 'write', async (tx) => {
    // Uploads of a request one after the other: two together must not pass its limit.
    const request = await lockRequest(tx, requestOf(tx));
    await requireRoom(tx, request, sizeBytes);
    const { rows } = await tx.db.execute<{ used: string }>(sql`select authz.file_bytes_by_link() as used`);
    const id = await storeFile(tx, ctx, checked, QUOTA_BYTES - Number(rows[0]?.used));
    await tx.db.insert(materialUpload).values({
      tenantId: tx.tenantId,
      requestId: request.id,
      fileId: id,
      linkId: tx.access.link?.id ?? '',
      name,
      sizeBytes,
      at: nowInstant(ctx.clock),
    });
    return { fileId: publicId('file', id), name, mediaType, sizeBytes, sha256 };
  });
}

async function requireRoom(tx: TenantTransaction, { id, state }: RequestTableRow, size: number): Promise<void> {
  if (state === 'done') throw conflict('请求已办结，不再接收材料。', 'The request is done: nothing more is taken.');
  const uploads = await readUploads(tx, id);
  const bytes = uploads.reduce((sum, { sizeBytes }) => sum + sizeBytes, 0);
  if (uploads.length < LIMITS.files && bytes + size <= LIMITS.bytes) return;
  throw invalidField(
    'file',
    '通过该链接上传的文件已达上限（60 个、300 MB），请联系发起方。',
    'This link has taken as many files as it may (60 files, 300 MB): ask whoever sent it.',
  );
}

function requestOf({ access }: TenantTransaction): string {
  if (!access.link) throw notFound();
  return access.link.requestId;
}
