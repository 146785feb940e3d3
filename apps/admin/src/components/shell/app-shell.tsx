import { MenuOutlined, SearchOutlined } from '@ant-design/icons';
import { Link, Outlet, useRouterState } from '@tanstack/react-router';
import { Button, Drawer } from 'antd';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSession } from '../../session.tsx';
import { CommandPalette } from '../command-palette/command-palette.tsx';
import { Brand } from './brand.tsx';
import { StepUpDialog } from '../step-up/step-up-dialog.tsx';
import { CompanySwitch } from './company-switch.tsx';
import { EnrolReminder } from './enrol-reminder.tsx';
import { Navigation } from './navigation.tsx';
import { NoticeBell } from './notice-bell.tsx';
import { LanguageSwitch, ThemeSwitch } from './preferences.tsx';
import { StateBar } from './state-bar.tsx';
import { UserMenu } from './user-menu.tsx';
import { VerifyReminder } from './verify-reminder.tsx';
import './shell.css';

/** What stands around every page of a signed-in user. */
export function AppShell() {
  const { t } = useTranslation();
  const { organisation, today } = useSession();
  const [menuOpen, setMenuOpen] = useState(false);
  const [paletteOpen, setPaletteOpen] = useState(false);
  const main = useRef<HTMLElement>(null);
  const pathname = useRouterState({ select: ({ location }) => location.pathname });

  // A new page: the keyboard and the reader start at its beginning, as after a full load.
  const shown = useRef(pathname);
  useEffect(() => {
    setMenuOpen(false);
    if (shown.current === pathname) return;
    shown.current = pathname;
    main.current?.focus({ preventScroll: true });
  }, [pathname]);

  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.isComposing || event.key.toLowerCase() !== 'k' || !(event.ctrlKey || event.metaKey)) return;
      event.preventDefault();
      setPaletteOpen((open) => !open);
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, []);

  const side = (
    <>
      <Link to="/">
        <Brand />
      </Link>
      <Navigation />
    </>
  );
  return (
    <>
      <a href="#main" className="zq-skip">
        {t('nav.skip')}
      </a>
      <div className="zq-shell">
        <aside className="zq-shell-side" aria-label={t('nav.side')}>
          {side}
        </aside>
        <div className="zq-shell-body">
          <header className="zq-shell-top">
            <Button
              type="text"
              className="zq-shell-menu"
              icon={<MenuOutlined aria-hidden />}
              aria-label={t('nav.open')}
              onClick={() => setMenuOpen(true)}
            />
            <CompanySwitch />
            <button
              type="button"
              className="zq-search-button"
              aria-keyshortcuts="Control+K Meta+K"
              onClick={() => setPaletteOpen(true)}
            >
              <SearchOutlined aria-hidden />
              <span>{t('palette.open')}</span>
              <kbd aria-hidden>Ctrl K</kbd>
            </button>
            <NoticeBell />
            <LanguageSwitch />
            <ThemeSwitch />
            <UserMenu />
          </header>
          <aside aria-label={t('frame.notices')}>
            <StateBar />
            <EnrolReminder />
            <VerifyReminder />
          </aside>
          <p className="zq-print-only">
            {organisation.name} · {t('product.name')} · {today}
          </p>
          <main id="main" className="zq-main" ref={main} tabIndex={-1}>
            <Outlet />
          </main>
        </div>
      </div>
      <Drawer
        open={menuOpen}
        onClose={() => setMenuOpen(false)}
        placement="left"
        size={280}
        closable={{ 'aria-label': t('nav.close') }}
        title={<Brand />}
      >
        <Navigation />
      </Drawer>
      <StepUpDialog />
      <CommandPalette open={paletteOpen} onClose={() => setPaletteOpen(false)} />
    </>
  );
}
