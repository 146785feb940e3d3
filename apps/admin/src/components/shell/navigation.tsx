import {
  AppstoreOutlined,
  BookOutlined,
  CalendarOutlined,
  HomeOutlined,
  QuestionCircleOutlined,
  ScheduleOutlined,
  SafetyCertificateOutlined,
  ThunderboltOutlined,
} from '@ant-design/icons';
import { useQuery } from '@tanstack/react-query';
import { Link, type LinkProps } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { CURRENT_STATUSES } from '../occurrences/search.ts';
import { useOrganisationId } from '../../session.tsx';
import { trpc } from '../../trpc.ts';
import './navigation.css';

interface ItemProps {
  link: LinkProps;
  exact?: boolean;
  icon: ReactNode;
  label: string;
  count?: number | undefined;
}

function Item({ link, exact = false, icon, label, count = 0 }: ItemProps) {
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

/** The pages, as links in a list: `aria-current` tells where one is. */
export function Navigation() {
  const { t } = useTranslation();
  const organisationId = useOrganisationId();
  const questions = useQuery(trpc.facts.questions.queryOptions({ organisationId }));
  return (
    <nav aria-label={t('nav.label')} className="zq-nav">
      <ul>
        <Item link={{ to: '/' }} exact icon={<HomeOutlined />} label={t('nav.home')} />
        <Item link={{ to: '/licences' }} icon={<SafetyCertificateOutlined />} label={t('nav.licences')} />
        <Item
          link={{ to: '/occurrences', search: { status: CURRENT_STATUSES } }}
          icon={<ScheduleOutlined />}
          label={t('nav.occurrences')}
        />
        <Item link={{ to: '/year' }} icon={<AppstoreOutlined />} label={t('nav.year')} />
        <Item
          link={{ to: '/questions' }}
          icon={<QuestionCircleOutlined />}
          label={t('nav.questions')}
          count={questions.data?.items.length}
        />
        <Item link={{ to: '/events' }} icon={<ThunderboltOutlined />} label={t('nav.events')} />
      </ul>
      <div className="zq-nav-group">{t('nav.reference')}</div>
      <ul>
        <Item link={{ to: '/rulebook' }} icon={<BookOutlined />} label={t('nav.rulebook')} />
        <Item link={{ to: '/calendar' }} icon={<CalendarOutlined />} label={t('nav.calendar')} />
      </ul>
    </nav>
  );
}
