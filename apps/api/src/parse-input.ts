import { type Bilingual, isCivilDate } from '@zhengqi/obligations';
import { type ZodType, z } from 'zod';
import { type FieldError, invalidField, invalidInput } from './errors.ts';

const zh = z.locales.zhCN().localeError;
const en = z.locales.en().localeError;

/** A day in an input. `z.iso.date` would let the year 0 through, which neither the calendar nor PostgreSQL knows. */
export const Day = z.string().refine(isCivilDate, { params: { format: 'date' } });

/** Words of our own where those of zod would show a pattern or say nothing. */
const WORDS: Readonly<Record<string, Bilingual>> = {
  date: { zh: '请填写存在的日期，如 2026-03-31。', en: 'Give an existing date, for example 2026-03-31.' },
  regex: { zh: '格式有误。', en: 'The form is not right.' },
};

/**
 * Checks an input against a schema, whatever the transport did before.
 * @throws AppError `invalid-input` with a message in both languages for each place
 */
export function parseInput<Output, Input>(schema: ZodType<Output, Input>, input: unknown): Output {
  const result = schema.safeParse(input, { reportInput: true });
  if (result.success) {
    const nul = placeOfNul(input);
    if (nul !== undefined)
      throw invalidField(nul, '内容含有无法保存的空字符。', 'The text holds a NUL character, which cannot be stored.');
    return result.data;
  }
  throw invalidInput(result.error.issues.flatMap(fieldErrorsOf));
}

/** As `fieldErrorOf`; each key that has no place here is an error at its own place. */
function fieldErrorsOf(issue: z.core.$ZodIssue): FieldError[] {
  if (issue.code !== 'unrecognized_keys' || issue.keys.length === 0) return [fieldErrorOf(issue)];
  return issue.keys.map((key) => ({
    path: [...issue.path, key].join('.'),
    message: { zh: '没有这一项。', en: 'There is no such field.' },
  }));
}

/** An issue of zod as an error that can be shown. */
export function fieldErrorOf(issue: z.core.$ZodIssue): FieldError {
  const path = issue.path.join('.');
  const own = WORDS[String(issue.code === 'custom' ? issue.params?.['format'] : 'format' in issue && issue.format)];
  if (own !== undefined) return { path, message: own };
  const text = (locale: z.core.$ZodErrorMap) => {
    const message = locale(issue as z.core.$ZodRawIssue);
    return (typeof message === 'string' ? message : message?.message) ?? issue.message;
  };
  return { path, message: { zh: text(zh), en: text(en) } };
}

/** Path of the first text with a NUL, which PostgreSQL cannot store; undefined when there is none. */
function placeOfNul(value: unknown, path: string[] = []): string | undefined {
  if (typeof value === 'string') return value.includes('\0') ? path.join('.') : undefined;
  if (typeof value !== 'object' || value === null) return undefined;
  for (const [key, member] of Object.entries(value)) {
    const found = key.includes('\0') ? path.join('.') : placeOfNul(member, [...path, key]);
    if (found !== undefined) return found;
  }
  return undefined;
}
