import { z } from 'zod';
import { escapeWecom } from './escape.ts';
import { fitLines } from './fit-lines.ts';
import type { RobotVendor } from './model.ts';

/** Of the content of a markdown message. */
const MAX_BYTES = 4096;
const Answer = z.looseObject({ errcode: z.number(), errmsg: z.string().optional() });

/** WeCom, 消息推送. The key in the address is the only secret; there is no signature. */
export const WECOM: RobotVendor = {
  host: ['qyapi.weixin.qq.com'],
  path: /^\/cgi-bin\/webhook\/send$/,
  token: 'key',
  signs: false,
  limits: { perMinute: 20, perSecond: null },
  request({ title, lines, more, link }, { url }) {
    const content = fitLines(lines.map(escapeWecom), more, MAX_BYTES, (parts) =>
      [
        `**${escapeWecom(title)}**`,
        ...parts.lines.map((line) => `> ${line}`),
        ...(parts.more === null ? [] : [`> ${parts.more}`]),
        `[${escapeWecom(link.text)}](${link.url})`,
      ].join('\n'),
    );
    return { url, body: JSON.stringify({ msgtype: 'markdown', markdown: { content } }) };
  },
  answer(body) {
    const { data } = Answer.safeParse(body);
    return data ? { code: data.errcode, text: data.errmsg ?? '' } : null;
  },
  permanent: [93000],
  tooFast: { 45009: 60 },
};
