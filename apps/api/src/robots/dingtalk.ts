import { createHmac } from 'node:crypto';
import { z } from 'zod';
import { escapeDingtalk, oneLine } from './escape.ts';
import { fitLines } from './fit-lines.ts';
import type { RobotMessage, RobotVendor } from './model.ts';

/** Of the whole body. */
const MAX_BYTES = 20_000;
const Answer = z.looseObject({ errcode: z.number(), errmsg: z.string().optional() });

/** Signature of a moment: the secret is the key, and stands in the message as well. */
export function signDingtalk(secret: string, milliseconds: number): string {
  return createHmac('sha256', secret).update(`${milliseconds}\n${secret}`).digest('base64');
}

/** DingTalk, 自定义机器人. The signature stands in the address. */
export const DINGTALK: RobotVendor = {
  host: ['oapi.dingtalk.com'],
  path: /^\/robot\/send$/,
  token: 'access_token',
  signs: true,
  limits: { perMinute: 20, perSecond: null },
  request(message, { url, secret }, now) {
    const signed = new URL(url);
    if (secret !== null) {
      signed.searchParams.set('timestamp', String(now.getTime()));
      signed.searchParams.set('sign', signDingtalk(secret, now.getTime()));
    }
    return { url: signed.href, body: bodyOf(message) };
  },
  answer(body) {
    const { data } = Answer.safeParse(body);
    return data ? { code: data.errcode, text: data.errmsg ?? '' } : null;
  },
  permanent: [310000],
  // Whoever is too fast is shut out for ten minutes; asking earlier would begin them anew.
  tooFast: { 130101: 660 },
};

function bodyOf({ title, lines, more, link }: RobotMessage): string {
  return fitLines(lines.map(escapeDingtalk), more, MAX_BYTES, (parts) =>
    JSON.stringify({
      msgtype: 'markdown',
      markdown: {
        title: oneLine(title),
        text: [
          `#### ${escapeDingtalk(title)}`,
          [...parts.lines, ...(parts.more === null ? [] : [parts.more])].map((line) => `- ${line}`).join('\n'),
          `[${escapeDingtalk(link.text)}](${link.url})`,
        ].join('\n\n'),
      },
      at: { isAtAll: false },
    }),
  );
}
