import { isDeepStrictEqual } from 'node:util';
import {
  ParameterKey,
  PROVINCES,
  type Rulebook,
  STAFFING_PARAMETERS,
  type StaffingParameter,
} from '@zhengqi/obligations';
import type { z } from 'zod';
import { requirePermission } from '../../auth/permissions.ts';
import { nowInstant } from '../../clock.ts';
import type { TenantContext } from '../../context.ts';
import { staffingParameter } from '../../db/schema/people.ts';
import { type TenantTransaction, withTenant } from '../../db/tenant-transaction.ts';
import { type FieldError, invalidInput } from '../../errors.ts';
import { parseInput } from '../../parse-input.ts';
import { readPeople } from '../people.ts';
import { recordAudit } from '../record-audit.ts';
import { lockSchedule } from '../schedule/lock-schedule.ts';
import { regenerateOrEnqueue } from '../schedule/regenerate-or-enqueue.ts';
import { readParameters } from './parameter-queries.ts';
import {
  type ParameterOutput,
  ParametersInput,
  ResetParameterInput,
  SetParameterInput,
  type StaffingParameters,
} from './schemas.ts';

/** Numbers of the checks: the default with its source, and what was set instead. */
export async function listParameters(ctx: TenantContext, raw: unknown): Promise<z.infer<typeof StaffingParameters>> {
  parseInput(ParametersInput, raw);
  return withTenant(ctx, 'read', async (tx) => {
    const rows = await readParameters(tx);
    const users = await readPeople(tx);
    return {
      items: ParameterKey.options.map((key) => {
        const { label, value, source } = STAFFING_PARAMETERS[key];
        const set = rows.filter((row) => row.key === key);
        return {
          key,
          label,
          default: { value, source },
          set: set.map((row) => ({
            province: row.province,
            value: row.value,
            source: row.source,
            setBy: row.setBy,
            by: users(row.recordedBy),
            recordedAt: row.recordedAt,
          })),
        };
      }),
    };
  });
}

/**
 * Sets a number for a province or for all, with a source of its own; the gaps are counted anew. What a consultant sets
 * stands beside what the company sets, which counts first.
 */
export async function setParameter(ctx: TenantContext, raw: unknown): Promise<z.infer<typeof ParameterOutput>> {
  const input = parseInput(SetParameterInput, raw);
  const errors = [...checkProvince(input.province), ...checkSource(input.source, ctx.rules.rulebook)];
  if (errors.length > 0) throw invalidInput(errors);
  return store(ctx, input);
}

/** Takes back what this side has set; the other side's number or the default counts again. */
export async function resetParameter(ctx: TenantContext, raw: unknown): Promise<z.infer<typeof ParameterOutput>> {
  const { key, province } = parseInput(ResetParameterInput, raw);
  return store(ctx, { key, province, value: null, source: null });
}

interface Setting {
  key: StaffingParameter['key'];
  province: string | null;
  value: number | null;
  source: StaffingParameter['source'] | null;
}

async function store(ctx: TenantContext, setting: Setting): Promise<z.infer<typeof ParameterOutput>> {
  return withTenant(ctx, 'write', async (tx) => {
    requirePermission(tx.access, 'staffing:set');
    await lockSchedule(tx);
    const setBy = tx.access.role === 'consultant' ? 'consultancy' : 'company';
    const changed = await isNews(tx, setting, setBy);
    if (changed) {
      const said = { recordedBy: tx.access.userId, recordedAt: nowInstant(ctx.clock) };
      await tx.db
        .insert(staffingParameter)
        .values({ tenantId: tx.tenantId, id: ctx.newId(), ...setting, setBy, ...said });
      const action = setting.value === null ? 'staffing.parameter-reset' : 'staffing.parameter-set';
      const { key, province, value } = setting;
      await recordAudit(tx, ctx, action, { type: 'staffing', id: null }, { key, province, value, setBy });
    }
    return { changed, schedule: await regenerateOrEnqueue(tx, ctx, 'staffing') };
  });
}

async function isNews(tx: TenantTransaction, setting: Setting, setBy: StaffingParameter['setBy']): Promise<boolean> {
  const known = (await readParameters(tx)).find(
    (row) => row.key === setting.key && row.province === setting.province && row.setBy === setBy,
  );
  return (known?.value ?? null) !== setting.value || !isDeepStrictEqual(known?.source ?? null, setting.source);
}

function checkProvince(province: string | null): FieldError[] {
  if (province === null || PROVINCES.some(({ prefix }) => prefix === province)) return [];
  const message = { zh: '请填写省份简称，如“苏”。', en: 'Give the abbreviation of a province, such as 苏.' };
  return [{ path: 'province', message }];
}

/** A number without a source that somebody can look up, or with a mark that it has not earned, would pass for law. */
function checkSource({ law, mark, note }: StaffingParameter['source'], rulebook: Rulebook): FieldError[] {
  if (law !== 'own-rule') {
    if (rulebook.laws.some(({ id }) => id === law)) return [];
    const message = { zh: '法规目录中没有它。', en: 'The register of laws does not have it.' };
    return [{ path: 'source.law', message }];
  }
  const errors: FieldError[] = [];
  if (note === undefined || note.zh.trim() === '') {
    const message = { zh: '请写明依据的文件、文号或理由。', en: 'Name the paper with its number, or the reason.' };
    errors.push({ path: 'source.note', message });
  }
  if (mark === 'V') {
    const message = {
      zh: '未收录于法规目录的依据不能标为“已核对原文”（V）。',
      en: 'A source outside of the register of laws cannot be marked as a statute that was read (V).',
    };
    errors.push({ path: 'source.mark', message });
  }
  return errors;
}
