import { BulbOutlined, TranslationOutlined } from '@ant-design/icons';
import { Button, Dropdown } from 'antd';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '../../i18n/language.ts';
import { chooseTheme, type ThemeChoice, useThemeChoice } from '../../theme-mode.ts';

/** One press to the other language; its own name is on the button, so that whoever needs it can read it. */
export function LanguageSwitch() {
  const { t } = useTranslation();
  const { language, setLanguage } = useLanguage();
  return (
    <Button
      type="text"
      icon={<TranslationOutlined aria-hidden />}
      aria-label={`${t('frame.language')}: ${t('frame.languageLabel')}`}
      onClick={() => setLanguage(language === 'zh' ? 'en' : 'zh')}
    >
      <span className="zq-wide-only">{t('frame.language')}</span>
    </Button>
  );
}

export function ThemeSwitch() {
  const { t } = useTranslation();
  const choice = useThemeChoice();
  const items: { key: ThemeChoice; label: string }[] = [
    { key: 'system', label: t('frame.themeSystem') },
    { key: 'light', label: t('frame.themeLight') },
    { key: 'dark', label: t('frame.themeDark') },
  ];
  return (
    <Dropdown
      trigger={['click']}
      menu={{ items, selectedKeys: [choice], onClick: ({ key }) => chooseTheme(key as ThemeChoice) }}
    >
      <Button type="text" icon={<BulbOutlined aria-hidden />} aria-label={t('frame.theme')} />
    </Dropdown>
  );
}
