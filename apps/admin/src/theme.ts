import type { Language } from '@zhengqi/obligations';
import { type ThemeConfig, theme as antdTheme } from 'antd';
import { palette, type ThemeName } from './palette.ts';

const fontFamily = "'Noto Sans SC Variable', 'PingFang SC', 'Microsoft YaHei', system-ui, sans-serif";

/**
 * antd's own palette misses WCAG AA for text in several places (link, tags, tertiary text), and its dark algorithm
 * recomputes whatever seed it is given. So the colours that carry meaning are set after the algorithm, from one table.
 */
function ownColours(name: ThemeName): NonNullable<ThemeConfig['algorithm']> {
  const c = palette[name];
  const base = name === 'dark' ? antdTheme.darkAlgorithm : antdTheme.defaultAlgorithm;
  return [
    base,
    (_seed, map = base(_seed)) => ({
      ...map,
      colorPrimary: c.primary,
      colorPrimaryHover: c['primary-hover'],
      colorPrimaryActive: c.primary,
      colorPrimaryText: c.link,
      colorPrimaryTextHover: c.link,
      colorPrimaryBg: c['info-bg'],
      colorPrimaryBorder: c['info-line'],
      colorInfo: c['info-text'],
      colorInfoBg: c['info-bg'],
      colorInfoBorder: c['info-line'],
      colorError: c['danger-text'],
      colorErrorText: c['danger-text'],
      colorErrorHover: c['danger-hover'],
      colorErrorActive: c['danger-text'],
      colorErrorBg: c['danger-bg'],
      colorErrorBorder: c['danger-line'],
      colorWarning: c['warning-text'],
      colorWarningText: c['warning-text'],
      colorWarningBg: c['warning-bg'],
      colorWarningBorder: c['warning-line'],
      colorSuccess: c['success-text'],
      colorSuccessText: c['success-text'],
      colorSuccessBg: c['success-bg'],
      colorSuccessBorder: c['success-line'],
      colorText: c.text,
      colorTextSecondary: c['text-muted'],
      colorTextTertiary: c['text-faint'],
      colorBgLayout: c.bg,
      colorBgContainer: c.surface,
      colorBgElevated: c.raised,
      colorBorder: c['line-strong'],
      colorBorderSecondary: c.line,
      colorSplit: c.line,
      colorLink: c.link,
      colorLinkHover: c.link,
      colorLinkActive: c.link,
    }),
  ];
}

/** The antd theme. Its variables are emitted under the class `zq`, which the body carries. */
export function antdThemeFor(name: ThemeName, language: Language, reducedMotion: boolean): ThemeConfig {
  const c = palette[name];
  return {
    algorithm: ownColours(name),
    cssVar: { key: 'zq' },
    token: {
      fontFamily: language === 'en' ? `'Zhengqi Latin Marks', ${fontFamily}` : fontFamily,
      fontSize: 14,
      borderRadius: 6,
      controlHeight: 34,
      controlHeightSM: 28,
      motion: !reducedMotion,
      focusOutline: true,
      colorTextPlaceholder: c['text-faint'],
      colorTextDescription: c['text-faint'],
      colorTextDisabled: c['text-faint'],
      colorIcon: c['text-muted'],
    },
    components: {
      Button: {
        defaultColor: c.text,
        defaultHoverColor: c.link,
        defaultHoverBorderColor: c.link,
        defaultActiveColor: c.link,
        defaultActiveBorderColor: c.link,
        dangerColor: c['on-danger'],
        primaryShadow: 'none',
        defaultShadow: 'none',
      },
      Select: { optionSelectedColor: c.link },
      Segmented: { itemSelectedColor: c.link, trackBg: c['neutral-bg'] },
    },
  };
}
