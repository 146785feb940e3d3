import type { Language } from '@zhengqi/obligations';

/** One notice in words. */
export interface DigestLine {
  organisation: string;
  /** Day that it is sorted by. */
  when: string;
  title: string;
  detail: string | null;
  dates: string | null;
  url: string;
}

const WORDS = {
  zh: {
    reason: '您收到本邮件，是因为您在证期负责或关注上述事项。',
    settings: '不再接收此类邮件：',
    stop: '不再接收此类邮件',
  },
  en: {
    reason: 'You get this mail because you are in charge of these items in Zhengqi or follow them.',
    settings: 'To stop such mails: ',
    stop: 'Stop such mails',
  },
} as const;

/** The same message as plain text and as HTML. Nothing that a name holds can become a tag, and nothing is loaded. */
export function digestMail(message: {
  title: string;
  lines: readonly DigestLine[];
  link: { text: string; url: string };
  several: boolean;
  language: Language;
  unsubscribe: string | null;
}): { text: string; html: string } {
  const { title, lines, link, several, language, unsubscribe } = message;
  const words = WORDS[language];
  const textLines = lines.flatMap((line) => [
    `- ${several ? `【${oneLine(line.organisation)}】` : ''}${oneLine(line.title)}`,
    ...[line.dates, line.detail].flatMap((more) => (more === null ? [] : `  ${oneLine(more)}`)),
    `  ${line.url}`,
  ]);
  const text = [
    oneLine(title),
    textLines.join('\n'),
    `${link.text}${language === 'zh' ? '：' : ': '}${link.url}`,
    [words.reason, ...(unsubscribe === null ? [] : [`${words.settings}${unsubscribe}`])].join('\n'),
    language === 'zh' ? '—— 证期' : '— Zhengqi',
  ].join('\n\n');
  const items = lines.map(
    (line) =>
      `<li style="margin:0 0 12px">${several ? `${escaped(line.organisation)}<br>` : ''}` +
      `<a href="${escaped(line.url)}">${escaped(line.title)}</a>` +
      [line.dates, line.detail].map((more) => (more === null ? '' : `<br>${escaped(more)}`)).join('') +
      '</li>',
  );
  const stop = unsubscribe === null ? '' : `<br><a href="${escaped(unsubscribe)}">${words.stop}</a>`;
  const html = [
    `<!doctype html><html lang="${language === 'zh' ? 'zh-CN' : 'en'}"><head><meta charset="utf-8"><title>${escaped(title)}</title></head>`,
    '<body style="font-family:sans-serif;line-height:1.6;color:#1f1f1f">',
    `<h1 style="font-size:18px">${escaped(title)}</h1>`,
    `<ul style="padding-left:20px">${items.join('')}</ul>`,
    `<p><a href="${escaped(link.url)}">${escaped(link.text)}</a></p>`,
    `<p style="font-size:13px;color:#595959">${words.reason}${stop}</p>`,
    '</body></html>',
  ].join('\n');
  return { text, html };
}

/** A line break in a name must not begin a line of its own. */
function oneLine(text: string): string {
  return text.replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ');
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

function escaped(text: string): string {
  return oneLine(text).replace(/[&<>"']/g, (character) => ENTITIES[character] ?? character);
}
