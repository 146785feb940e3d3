import { createHmac } from 'node:crypto';
import { z } from 'zod';
import { escapeFeishu, oneLine } from './escape.ts';
import { fitLines } from './fit-lines.ts';
import type { RobotVendor } from './model.ts';

/** Of the whole body. */
const MAX_BYTES = 20_000;
const Answer = z.looseObject({
  code: z.number().optional(),
  msg: z.string().optional(),
  StatusCode: z.number().optional(),
});

/** Signature of a moment: time and secret are the key, and nothing is signed. */
export function signFeishu(secret: string, seconds: number): string {
  return createHmac('sha256', `${seconds}\n${secret}`).digest('base64');
}

/** Feishu and Lark, 自定义机器人. The signature stands in the body. */
export const FEISHU: RobotVendor = {
  host: ['open.feishu.cn', 'open.larksuite.com'],
  path: /^\/open-apis\/bot\/v2\/hook\/[\w-]{8,100}$/,
  token: null,
  signs: true,
  limits: { perMinute: 100, perSecond: 5 },
  request({ title, lines, more, link }, { url, secret }, now) {
    const timestamp = Math.floor(now.getTime() / 1000);
    const signature = secret === null ? {} : { timestamp: String(timestamp), sign: signFeishu(secret, timestamp) };
    const body = fitLines(lines.map(escapeFeishu), more, MAX_BYTES, (parts) =>
      JSON.stringify({
        ...signature,
        msg_type: 'interactive',
        card: {
          config: { wide_screen_mode: true },
          header: { title: { tag: 'plain_text', content: oneLine(title) }, template: 'orange' },
          elements: [
            { tag: 'markdown', content: [...parts.lines, ...(parts.more === null ? [] : [parts.more])].join('\n') },
            {
              tag: 'action',
              actions: [
                {
                  tag: 'button',
                  text: { tag: 'plain_text', content: oneLine(link.text) },
                  type: 'primary',
                  url: link.url,
                },
              ],
            },
          ],
        },
      }),
    );
    return { url, body };
  },
  answer(body) {
    const { data } = Answer.safeParse(body);
    // An older form of the answer says StatusCode alone.
    const code = data?.code ?? data?.StatusCode;
    return code === undefined ? null : { code, text: data?.msg ?? '' };
  },
  permanent: [19001, 19021, 19022, 19024, 9499],
  tooFast: { 11232: 60 },
};
