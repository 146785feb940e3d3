import { Link, type LinkProps } from '@tanstack/react-router';
import { type ReactNode, useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import './page.css';

export interface Crumb {
  label: string;
  link: LinkProps;
}

interface PageProps {
  title: string;
  /** Beside the title: state of what the page is about. */
  tags?: ReactNode;
  lead?: ReactNode;
  crumbs?: readonly Crumb[];
  actions?: ReactNode;
  children: ReactNode;
}

/** The frame of a page: where one is, what it is about, what can be done. */
export function Page({ title, tags, lead, crumbs = [], actions, children }: PageProps) {
  const { t } = useTranslation();
  const product = t('product.name');
  useEffect(() => {
    document.title = `${title} · ${product}`;
  }, [title, product]);
  return (
    <div className="zq-page">
      {crumbs.length > 0 && (
        <nav className="zq-crumbs" aria-label={t('nav.breadcrumbs')}>
          <ol>
            {crumbs.map((crumb) => (
              <li key={crumb.label}>
                <Link {...crumb.link}>{crumb.label}</Link>
              </li>
            ))}
            <li aria-current="page">{title}</li>
          </ol>
        </nav>
      )}
      <header className="zq-page-head">
        <div className="zq-page-title">
          <div className="zq-row">
            <h1>{title}</h1>
            {tags}
          </div>
          {lead !== undefined && <div className="zq-page-lead">{lead}</div>}
        </div>
        {actions !== undefined && <div className="zq-page-actions">{actions}</div>}
      </header>
      {children}
    </div>
  );
}
