import i18next from 'i18next';
import { initReactI18next } from 'react-i18next';
import { en } from './en/index.ts';
import { storedLanguage } from './language.ts';
import { zh } from './zh/index.ts';

/** Starts the texts. Both languages are in the bundle: together they are smaller than one font slice. */
export async function startTexts(): Promise<void> {
  const language = storedLanguage();
  document.documentElement.lang = language === 'zh' ? 'zh-CN' : 'en';
  await i18next.use(initReactI18next).init({
    resources: { zh: { translation: zh }, en: { translation: en } },
    lng: language,
    fallbackLng: 'zh',
    interpolation: { escapeValue: false },
  });
}
