import { type FieldError, invalidInput } from '../../errors.ts';
import type { AttachEvidenceInput } from './schemas.ts';

/** What each form says besides its words. */
const WANTED = {
  file: 'fileId',
  link: 'url',
  note: 'note',
  'not-applicable': 'note',
} as const;
const EXCLUSIVE = ['fileId', 'url'] as const;

/**
 * Checks that a piece of evidence says what its form wants and nothing of another form.
 * @throws AppError `invalid-input` with each place
 */
export function checkEvidence(input: AttachEvidenceInput): void {
  const errors: FieldError[] = [];
  const say = (path: string, zh: string, en: string) => errors.push({ path, message: { zh, en } });
  const wanted = WANTED[input.form];
  if (input[wanted] === undefined) say(wanted, '请填写。', 'This is missing.');
  for (const field of EXCLUSIVE) {
    if (field !== wanted && input[field] !== undefined)
      say(field, '与所选形式不符。', 'This does not go with the form chosen.');
  }
  if (input.form === 'not-applicable' && input.kind === null) {
    say('kind', '请指明哪一类证据不适用。', 'Name the kind of evidence that is not needed.');
  }
  if (input.url !== undefined && !isWebAddress(input.url)) {
    say(
      'url',
      '请填写 http 或 https 网址，且不含用户名和密码。',
      'Give an http or https address without user name and password.',
    );
  }
  if (input.validFrom !== undefined && input.validUntil !== undefined && input.validUntil < input.validFrom) {
    say('validUntil', '有效期止早于有效期起。', 'It ends before it begins.');
  }
  if (errors.length > 0) throw invalidInput(errors);
}

/** It is shown as a link: nothing but a page, and no credentials in it. */
function isWebAddress(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const { protocol, username, password } = new URL(text);
  return (protocol === 'https:' || protocol === 'http:') && username === '' && password === '';
}
