import {
  AppstoreOutlined,
  BookOutlined,
  CalendarOutlined,
  FileDoneOutlined,
  HomeOutlined,
  ProjectOutlined,
  QuestionCircleOutlined,
  SafetyCertificateOutlined,
  ScheduleOutlined,
  SolutionOutlined,
  TeamOutlined,
  ThunderboltOutlined,
} from '@ant-design/icons';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useOrganisationId, useSession } from '../../session.tsx';
import { trpc } from '../../trpc.ts';
import { CURRENT_STATUSES } from '../occurrences/search.ts';
import { AdministrationLinks } from './administration-links.tsx';
import { NavigationItem } from './navigation-item.tsx';
import './navigation.css';

/** The pages, as links in a list: `aria-current` tells where one is. */
export function Navigation() {
  const { t } = useTranslation();
  const { organisation } = useSession();
  return (
    <nav aria-label={t('nav.label')} className="zq-nav">
      {organisation.kind === 'company' && <CompanyLinks />}
      <AdministrationLinks />
      <div className="zq-nav-group">{t('nav.reference')}</div>
      <ul>
        <NavigationItem link={{ to: '/rulebook' }} icon={<BookOutlined />} label={t('nav.rulebook')} />
        <NavigationItem link={{ to: '/calendar' }} icon={<CalendarOutlined />} label={t('nav.calendar')} />
      </ul>
    </nav>
  );
}

/** The duties of one company: only a company holds licences. */
function CompanyLinks() {
  const { t } = useTranslation();
  const organisationId = useOrganisationId();
  const questions = useQuery(trpc.facts.questions.queryOptions({ organisationId }));
  return (
    <ul>
      <NavigationItem link={{ to: '/' }} exact icon={<HomeOutlined />} label={t('nav.home')} />
      <NavigationItem link={{ to: '/licences' }} icon={<SafetyCertificateOutlined />} label={t('nav.licences')} />
      <NavigationItem
        link={{ to: '/occurrences', search: { status: CURRENT_STATUSES } }}
        icon={<ScheduleOutlined />}
        label={t('nav.occurrences')}
      />
      <NavigationItem link={{ to: '/year' }} icon={<AppstoreOutlined />} label={t('nav.year')} />
      <NavigationItem
        link={{ to: '/questions' }}
        icon={<QuestionCircleOutlined />}
        label={t('nav.questions')}
        count={questions.data?.items.length}
      />
      <NavigationItem link={{ to: '/events' }} icon={<ThunderboltOutlined />} label={t('nav.events')} />
      <NavigationItem link={{ to: '/workflows' }} icon={<ProjectOutlined />} label={t('nav.workflows')} />
      <NavigationItem link={{ to: '/requests' }} icon={<FileDoneOutlined />} label={t('nav.requests')} />
      <NavigationItem link={{ to: '/staffing' }} icon={<SolutionOutlined />} label={t('nav.staffing')} />
      <NavigationItem link={{ to: '/people' }} icon={<TeamOutlined />} label={t('nav.people')} />
    </ul>
  );
}
