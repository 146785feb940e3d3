import type { Bilingual } from '@zhengqi/obligations';
import type { AppErrorCode } from '../errors.ts';

/** Heading of each kind of problem; the same for all problems of a kind, as RFC 9457 wants it. */
export const PROBLEM_TITLES: Readonly<Partial<Record<AppErrorCode, Bilingual>>> = {
  'invalid-input': { zh: '输入有误', en: 'Invalid input' },
  unauthenticated: { zh: '未通过身份验证', en: 'Not authenticated' },
  forbidden: { zh: '权限不足', en: 'Not allowed' },
  'not-found': { zh: '未找到', en: 'Not found' },
  conflict: { zh: '与现有数据冲突', en: 'Conflict' },
  'too-many-attempts': { zh: '请求过多', en: 'Too many requests' },
  'payload-too-large': { zh: '请求过大', en: 'Request too large' },
  'unsupported-media-type': { zh: '请求格式不支持', en: 'Unsupported media type' },
  'method-not-allowed': { zh: '不支持的请求方法', en: 'Method not allowed' },
  'idempotency-key-missing': { zh: '缺少 Idempotency-Key', en: 'Idempotency-Key missing' },
  'idempotency-key-reused': { zh: 'Idempotency-Key 已被使用', en: 'Idempotency-Key used before' },
  'request-in-progress': { zh: '请求正在处理', en: 'Request at work' },
  'precondition-required': { zh: '缺少 If-Match', en: 'If-Match missing' },
  'precondition-failed': { zh: '对象已变更', en: 'The object has changed' },
  unavailable: { zh: '服务暂时不可用', en: 'Service unavailable' },
  internal: { zh: '服务器内部错误', en: 'Internal error' },
};

/** What the page of a kind of problem says. */
const PROBLEM_PAGES: Readonly<Partial<Record<AppErrorCode, Bilingual>>> = {
  'invalid-input': {
    zh: '400：查询参数有误或请求体不是 JSON；422：请求体中的字段有误。errors 逐项指出位置（parameter 或 pointer）与原因。',
    en: '400: a query parameter is wrong or the body is no JSON; 422: a field of the body is wrong. `errors` names each place (`parameter` or `pointer`) and why.',
  },
  unauthenticated: {
    zh: '没有密钥、密钥错误、已过期或已撤销。请在请求头中发送 Authorization: Bearer zq_live_…',
    en: 'No key, or one that is wrong, expired or revoked. Send the header Authorization: Bearer zq_live_…',
  },
  forbidden: {
    zh: '密钥没有该操作的权限范围，或对该企业只有读取级别。',
    en: 'The key lacks the scope of this operation, or may only read this company.',
  },
  'not-found': {
    zh: '该地址或对象不存在，或密钥无权查看；两者的答复相同。',
    en: 'The address or object does not exist, or is not open to the key; both are answered alike.',
  },
  conflict: {
    zh: '对象已存在或已被更改，例如许可证编号已登记。',
    en: 'The object exists already or has changed, for instance a licence number that is registered.',
  },
  'too-many-attempts': {
    zh: '每个密钥每分钟最多 600 次请求。请在 Retry-After 秒后重试。',
    en: 'A key may make 600 requests a minute. Try again after the seconds of Retry-After.',
  },
  'payload-too-large': {
    zh: '请求体超过上限：许可证文件 5 MB，其他请求 256 KB。',
    en: 'The body is over the limit: 5 MB for a licence document, 256 KB for other requests.',
  },
  'unsupported-media-type': {
    zh: '请求体应为 application/json。',
    en: 'A body must be application/json.',
  },
  'method-not-allowed': {
    zh: '该地址不支持此方法；Allow 响应头列出可用的方法。',
    en: 'This address does not take that method; the Allow header lists those it takes.',
  },
  'idempotency-key-missing': {
    zh: '每个 POST 请求都需要 Idempotency-Key 请求头：每次操作一个新值，重试时使用同一值；7 天内重复的请求只执行一次，并得到首次的答复（Idempotency-Replayed: true）。',
    en: 'Every POST needs the header Idempotency-Key: a new value for each act, the same when you try again. For 7 days a repeated request is carried out once and gets the first answer (Idempotency-Replayed: true).',
  },
  'idempotency-key-reused': {
    zh: '同一密钥已用该 Idempotency-Key 发送过内容不同的请求。请为新的操作换用新的值。',
    en: 'The same key has sent another request under this Idempotency-Key. Take a new value for a new act.',
  },
  'request-in-progress': {
    zh: '同一 Idempotency-Key 的请求尚在处理。请在 Retry-After 秒后以同一值重试，将得到首次的答复。',
    en: 'A request with this Idempotency-Key is still at work. Try again with the same value after the seconds of Retry-After; it gets the first answer.',
  },
  'precondition-required': {
    zh: '更改已有对象需要 If-Match 请求头，其值为读取该对象时答复中的 ETag。',
    en: 'Changing what is there needs the header If-Match with the ETag that the object had when you read it.',
  },
  'precondition-failed': {
    zh: '对象在您读取之后已变更。请重新读取，在新内容上更改。',
    en: 'The object has changed since you read it. Read it anew and change that.',
  },
  unavailable: { zh: '请稍后重试。', en: 'Try again shortly.' },
  internal: { zh: '请重试；如持续出现，请提供 requestId。', en: 'Try again; name the requestId if it stays.' },
};

/** The page of a kind of problem in both languages, or null when there is no such kind. */
export function problemPage(code: string): string | null {
  if (!Object.hasOwn(PROBLEM_PAGES, code)) return null;
  const known = code as AppErrorCode;
  const [title, page] = [PROBLEM_TITLES[known], PROBLEM_PAGES[known]];
  return `${title?.zh} · ${title?.en}\n\n${page?.zh}\n\n${page?.en}\n`;
}
