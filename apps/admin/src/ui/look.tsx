import { App, ConfigProvider, Empty } from 'antd';
import en from 'antd/locale/en_US';
import zh from 'antd/locale/zh_CN';
import dayjs from 'dayjs';
import 'dayjs/locale/zh-cn';
import { type ReactNode, useEffect, useMemo } from 'react';
import { useLanguage } from '../i18n/language.ts';
import { antdThemeFor } from '../theme.ts';
import { useReducedMotion, useThemeName } from '../theme-mode.ts';
import { styleNonce } from './style-nonce.ts';

/** antd in our colours, the user's language and theme. */
export function Look({ children }: { children: ReactNode }) {
  const { language } = useLanguage();
  const themeName = useThemeName();
  const reducedMotion = useReducedMotion();
  const theme = useMemo(() => antdThemeFor(themeName, language, reducedMotion), [themeName, language, reducedMotion]);
  useEffect(() => {
    dayjs.locale(language === 'zh' ? 'zh-cn' : 'en');
  }, [language]);
  return (
    <ConfigProvider
      csp={{ nonce: styleNonce }}
      theme={theme}
      locale={language === 'zh' ? zh : en}
      // antd puts a blank between two Chinese characters of a button; our fonts do not need it.
      button={{ autoInsertSpace: false }}
      renderEmpty={() => <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} />}
    >
      {/* Below, where a toast covers neither the navigation nor what is being answered. */}
      <App notification={{ placement: 'bottomRight', stack: { threshold: 1 } }}>{children}</App>
    </ConfigProvider>
  );
}
