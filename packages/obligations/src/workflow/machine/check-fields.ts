import { civilDateOf, type Instant, isCivilDate, parseInstant } from '../../calendar/index.ts';
import type { Bilingual } from '../../text/bilingual.ts';
import { DocumentReference, type FieldValue, type MoveData, Receipt } from './instance.ts';
import type { FieldDefinition } from './model.ts';
import { type MoveRefusal, refusal } from './refusal.ts';

type Fields = Readonly<Record<string, FieldDefinition>>;

/** Checks the data of a move against its fields; returns them in their written form, or every reason against them. */
export function checkFields(fields: Fields, data: MoveData, now: Instant): { data: MoveData; refusals: MoveRefusal[] } {
  const refusals: MoveRefusal[] = [];
  const checked: MoveData = {};
  for (const key of Object.keys(data)) {
    if (!Object.hasOwn(fields, key)) {
      refusals.push(
        refusal(
          'field-unknown',
          `data.${key}`,
          '此步骤没有这一项，请删去。',
          'This step has no such field; leave it out.',
        ),
      );
    }
  }
  for (const [key, field] of Object.entries(fields)) {
    const value = Object.hasOwn(data, key) ? data[key] : undefined;
    if (value === undefined || value === '') {
      if (field.required) refusals.push(missing(key, field));
      continue;
    }
    const read = readValue(field, value, now);
    if ('wrong' in read)
      refusals.push({ code: 'field-invalid', at: `data.${key}${read.at ?? ''}`, message: read.wrong });
    else checked[key] = read.value;
  }
  return { data: checked, refusals };
}

function missing(key: string, { label, type }: FieldDefinition): MoveRefusal {
  const receipt = type === 'receipt';
  return refusal(
    'field-missing',
    `data.${key}`,
    `请填写“${label.zh}”${receipt ? '：回执编号或文件，以及日期' : ''}。`,
    `Give “${label.en}”${receipt ? ': number or file of the receipt, and its day' : ''}.`,
  );
}

type Read = { readonly value: FieldValue } | { readonly wrong: Bilingual; readonly at?: string };

function readValue(field: FieldDefinition, value: FieldValue, now: Instant): Read {
  const { label } = field;
  switch (field.type) {
    case 'date':
      return isCivilDate(value)
        ? notAhead(field, value, now)
        : wrong(`“${label.zh}”应写作 2026-03-31。`, `Write “${label.en}” as 2026-03-31.`);
    case 'instant':
      return readInstant(field, value, now);
    case 'receipt':
      return readReceipt(field, value, now);
    case 'document': {
      const document = DocumentReference.safeParse(value);
      return document.success
        ? { value: document.data }
        : wrong(`“${label.zh}”应为已上传的文件。`, `“${label.en}” must be an uploaded file.`);
    }
    case 'number': {
      const { min = 0, max = Number.MAX_SAFE_INTEGER } = field;
      if (typeof value === 'number' && Number.isSafeInteger(value) && value >= min && value <= max) return { value };
      return wrong(
        `“${label.zh}”应为${min}至${max}的整数。`,
        `“${label.en}” must be a whole number from ${min} to ${max}.`,
      );
    }
    case 'boolean':
      return typeof value === 'boolean'
        ? { value }
        : wrong(`“${label.zh}”请答是或否。`, `Answer “${label.en}” with yes or no.`);
    case 'choice': {
      const allowed = field.values ?? [];
      if (allowed.some((choice) => choice.value === value)) return { value };
      const names = { zh: allowed.map((choice) => choice.label.zh), en: allowed.map((choice) => choice.label.en) };
      return wrong(`“${label.zh}”请选：${names.zh.join('、')}。`, `Choose “${label.en}” from: ${names.en.join(', ')}.`);
    }
    case 'reason':
    case 'text': {
      const text = typeof value === 'string' ? value.trim() : '';
      return text !== '' ? { value: text } : wrong(`请写明“${label.zh}”。`, `Write “${label.en}”.`);
    }
  }
}

function readInstant(field: FieldDefinition, value: FieldValue, now: Instant): Read {
  try {
    return notAhead(field, parseInstant(String(value)), now);
  } catch {
    return wrong(
      `“${field.label.zh}”应写作 2026-03-01T09:30:00+08:00。`,
      `Write “${field.label.en}” as 2026-03-01T09:30:00+08:00.`,
    );
  }
}

function readReceipt(field: FieldDefinition, value: FieldValue, now: Instant): Read {
  const { label } = field;
  const receipt = Receipt.safeParse(value);
  if (!receipt.success) {
    return wrong(
      `“${label.zh}”须有回执编号或回执文件，以及日期。`,
      `“${label.en}” needs the number or the file of the receipt, and its day.`,
    );
  }
  if (!isCivilDate(receipt.data.on)) {
    return {
      ...wrong(`“${label.zh}”的日期应写作 2026-03-31。`, `Write the day of “${label.en}” as 2026-03-31.`),
      at: '.on',
    };
  }
  const day = notAhead(field, receipt.data.on, now);
  return 'wrong' in day ? { ...day, at: '.on' } : { value: receipt.data };
}

function notAhead(field: FieldDefinition, value: string, now: Instant): Read {
  const ahead = isCivilDate(value) ? value > civilDateOf(now) : value > now;
  if (field.mayBeFuture === true || !ahead) return { value };
  return wrong(
    `“${field.label.zh}”不能晚于现在：只记录已经发生的事。`,
    `“${field.label.en}” cannot lie in the future: only what has happened is recorded.`,
  );
}

function wrong(zh: string, en: string): { wrong: Bilingual } {
  return { wrong: { zh, en } };
}
