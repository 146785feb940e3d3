import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { StepUpDialog } from '../step-up/step-up-dialog.tsx';
import { Brand } from './brand.tsx';
import { LanguageSwitch, ThemeSwitch } from './preferences.tsx';
import { UserMenu } from './user-menu.tsx';
import './shell.css';

/** What stands around a page of a signed-in user that belongs to no company. */
export function PlainShell({ children }: { children: ReactNode }) {
  const { t } = useTranslation();
  return (
    <div className="zq-shell-body">
      <a href="#main" className="zq-skip">
        {t('nav.skip')}
      </a>
      <header className="zq-shell-top">
        <Link to="/" className="zq-shell-company">
          <Brand />
        </Link>
        <LanguageSwitch />
        <ThemeSwitch />
        <UserMenu />
      </header>
      <main id="main" className="zq-main" tabIndex={-1}>
        {children}
      </main>
      <StepUpDialog />
    </div>
  );
}
