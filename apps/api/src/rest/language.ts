import type { Language } from '@zhengqi/obligations';

/** The language of problems: Chinese, unless the caller prefers English. */
export function languageOf(acceptLanguage: string | null): Language {
  const wanted = (acceptLanguage ?? '')
    .slice(0, 200)
    .split(',')
    .map((part) => {
      const [tag = '', ...parameters] = part.trim().toLowerCase().split(';');
      const q = parameters.map((text) => /^\s*q=([\d.]{1,5})$/.exec(text)?.[1]).find((text) => text !== undefined);
      return { language: tag.split('-')[0] ?? '', weight: q === undefined ? 1 : Number(q) };
    });
  const weightOf = (language: Language) =>
    Math.max(0, ...wanted.filter((w) => w.language === language).map((w) => w.weight));
  return weightOf('en') > weightOf('zh') ? 'en' : 'zh';
}
