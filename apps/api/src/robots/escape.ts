/** One line of plain text: a break in a name must not begin a line of its own. */
export function oneLine(text: string): string {
  return text.replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ').trim();
}

const WIDE: Readonly<Record<string, string>> = {
  '<': '＜',
  '>': '＞',
  '[': '［',
  ']': '］',
  '(': '（',
  ')': '）',
  '*': '＊',
  _: '＿',
  '`': '｀',
  '~': '～',
  '#': '＃',
  '\\': '＼',
  '|': '｜',
};

/** WeCom has no way of escaping: what would be markup is written in its wide form, which reads the same. */
export function escapeWecom(text: string): string {
  return oneLine(text).replace(/[<>[\]()*_`~#\\|]/g, (c) => WIDE[c] ?? c);
}

/** DingTalk takes markdown: a backslash before what would be markup; a tag cannot begin. */
export function escapeDingtalk(text: string): string {
  return oneLine(text)
    .replace(/[\\`*_{}[\]()#+\-.!|~]/g, '\\$&')
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;');
}

/** Feishu takes HTML entities for what would be markup. */
export function escapeFeishu(text: string): string {
  return oneLine(text).replace(/[&<>*_~`[\]()#\\|!+-]/g, (c) => `&#${c.codePointAt(0)};`);
}
