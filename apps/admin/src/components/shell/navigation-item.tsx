import { Link, type LinkProps } from '@tanstack/react-router';
import type { ReactNode } from 'react';

interface NavigationItemProps {
  link: LinkProps;
  exact?: boolean;
  icon: ReactNode;
  label: string;
  count?: number | undefined;
}

export function NavigationItem({ link, exact = false, icon, label, count = 0 }: NavigationItemProps) {
  return (
    <li>
      <Link {...link} className="zq-nav-item" activeOptions={{ exact, includeSearch: false }}>
        <span aria-hidden>{icon}</span>
        {label}
        {count > 0 && <span className="zq-nav-count zq-num">{count}</span>}
      </Link>
    </li>
  );
}
