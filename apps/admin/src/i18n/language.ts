import type { Language } from '@zhengqi/obligations';
import i18next from 'i18next';
import { useTranslation } from 'react-i18next';

const KEY = 'zq-language';

/** Chinese unless the user chose otherwise on this device: the law, the licence and most users are Chinese. */
export function storedLanguage(): Language {
  return localStorage.getItem(KEY) === 'en' ? 'en' : 'zh';
}

/** The language on screen, and how to change it. Switches texts, antd, dates and the `lang` of the page together. */
export function useLanguage(): { language: Language; setLanguage: (next: Language) => void } {
  const { i18n } = useTranslation();
  return {
    language: i18n.language === 'en' ? 'en' : 'zh',
    setLanguage: (next) => {
      localStorage.setItem(KEY, next);
      document.documentElement.lang = next === 'zh' ? 'zh-CN' : 'en';
      void i18next.changeLanguage(next);
    },
  };
}

/** Words in both languages → the ones on screen. */
export function useSay(): (words: { zh: string; en: string }) => string {
  const { language } = useLanguage();
  return (words) => words[language];
}
