import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';

/** The people who meet a requirement, as links to them. */
export function CoveredBy({ people }: { people: readonly { id: string; name: string }[] }) {
  const { t } = useTranslation();
  if (people.length === 0) return null;
  return (
    <p className="zq-row zq-small">
      <span className="zq-faint">{t('staffing.coveredBy')}</span>
      {people.map(({ id, name }) => (
        <Link key={id} to="/people/$personId" params={{ personId: id }}>
          {name}
        </Link>
      ))}
    </p>
  );
}
