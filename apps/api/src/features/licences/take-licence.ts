import { type Finding, parseServiceLine, UNKNOWN_LICENCE } from '@zhengqi/obligations';
import type { z } from 'zod';
import type { TenantContext } from '../../context.ts';
import { invalidField } from '../../errors.ts';
import { parseInput } from '../../parse-input.ts';
import { readDocument } from './read-document.ts';
import { registerLicence } from './register-licence.ts';
import { type RegisterLicenceOutput, TakeLicenceInput } from './schemas.ts';

/**
 * Registers a licence that a program sends, in one step: the document is read, fields that are given win over what was
 * read, and what neither says stays unknown. What the reader found odd comes back as warnings.
 * @throws AppError as `registerLicence`
 */
export async function takeLicence(ctx: TenantContext, raw: unknown): Promise<z.infer<typeof RegisterLicenceOutput>> {
  const { document = null, licence: given = {} } = parseInput(TakeLicenceInput, raw);
  if (document === null && Object.keys(given).length === 0)
    throw invalidField('licence', '请提供许可证文件或字段。', 'Send a document or the fields of the licence.');
  const reading = document === null ? null : readDocument(document, ctx.rules.rulebook).reading;
  const { fields: _, ...read } = reading?.licence ?? { fields: null, ...UNKNOWN_LICENCE };
  const { services, ...others } = given;
  const licence = { ...read, ...definedOnly(others) };
  const warnings: Finding[] = [...(reading?.findings ?? [])];
  if (services) {
    licence.services = services.map((service, i) => {
      if (typeof service !== 'string') return service;
      const { service: line, findings } = parseServiceLine(service);
      warnings.push(...findings.map((finding) => ({ ...finding, at: { path: `licence.services.${i}` } })));
      return line;
    });
  }
  return registerLicence(ctx, { document, licence }, warnings);
}

function definedOnly<T extends object>(fields: T): { [K in keyof T]?: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as {
    [K in keyof T]?: Exclude<T[K], undefined>;
  };
}
