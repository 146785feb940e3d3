import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Brand } from './shell/brand.tsx';
import { LanguageSwitch, ThemeSwitch } from './shell/preferences.tsx';
import './entrance.css';

/** The frame of the pages before the sign-in: what this is, and one form. */
export function Entrance({ children }: { children: ReactNode }) {
  const { t } = useTranslation();
  return (
    <div className="zq-entrance">
      <aside className="zq-entrance-story">
        <Brand />
        <div>
          <h2>{t('product.tagline')}</h2>
          <ol>
            <li>{t('session.step1')}</li>
            <li>{t('session.step2')}</li>
            <li>{t('session.step3')}</li>
          </ol>
        </div>
        <span />
      </aside>
      <main className="zq-entrance-main">
        <div className="zq-entrance-tools">
          <LanguageSwitch />
          <ThemeSwitch />
        </div>
        {children}
      </main>
    </div>
  );
}
