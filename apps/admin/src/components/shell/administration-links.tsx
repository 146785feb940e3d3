import {
  AuditOutlined,
  BankOutlined,
  BellOutlined,
  KeyOutlined,
  SettingOutlined,
  SolutionOutlined,
  TeamOutlined,
} from '@ant-design/icons';
import { useTranslation } from 'react-i18next';
import { useSession } from '../../session.tsx';
import { administrationPages } from './administration-pages.ts';
import { NavigationItem } from './navigation-item.tsx';

const ICONS = {
  clients: <BankOutlined />,
  members: <TeamOutlined />,
  engagements: <SolutionOutlined />,
  apiKeys: <KeyOutlined />,
  reminders: <BellOutlined />,
  audit: <AuditOutlined />,
  organisation: <SettingOutlined />,
};

export function AdministrationLinks() {
  const { t } = useTranslation();
  const pages = administrationPages(useSession());
  if (pages.length === 0) return null;
  return (
    <>
      <div className="zq-nav-group">{t('nav.administration')}</div>
      <ul>
        {pages.map(({ key, link }) => (
          <NavigationItem key={key} link={link} icon={ICONS[key]} label={t(`nav.${key}`)} />
        ))}
      </ul>
    </>
  );
}
