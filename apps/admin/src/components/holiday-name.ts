import type { Language } from '@zhengqi/obligations';

/** Names of the holidays as the notices write them. */
const ENGLISH: Readonly<Record<string, string>> = {
  元旦: 'New Year',
  春节: 'Spring Festival',
  清明节: 'Qingming',
  劳动节: 'Labour Day',
  端午节: 'Dragon Boat Festival',
  中秋节: 'Mid-Autumn Festival',
  国庆节: 'National Day',
};

/** The name of a holiday on screen: `国庆节、中秋节` → `National Day, Mid-Autumn Festival`; one not known stays as printed. */
export function holidayName(printed: string, language: Language): string {
  if (language === 'zh') return printed;
  return printed
    .split('、')
    .map((name) => ENGLISH[name] ?? name)
    .join(', ');
}
