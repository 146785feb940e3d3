import { useTranslation } from 'react-i18next';
import { Card } from '../../../ui/card.tsx';
import { InstantText } from '../../../ui/date-text.tsx';
import type { PersonDetail } from './person-detail.ts';

const WORDS = {
  name: 'people.name',
  externalRef: 'people.externalRef',
  idNumber: 'people.idNumber',
  phones: 'people.phones',
  email: 'people.email',
  identityOnFile: 'people.identityOnFile',
} as const;

/** Which particulars were changed by whom; what they said before is not kept. */
export function ChangesCard({ person }: { person: PersonDetail }) {
  const { t } = useTranslation();
  const nameOf = (key: string) => (key in WORDS ? t(WORDS[key as keyof typeof WORDS]) : key);
  return (
    <Card title={t('people.changes')}>
      {person.history.length === 0 ? (
        <p className="zq-muted">{t('people.changesNone')}</p>
      ) : (
        <ul className="zq-bullets">
          {person.history.map(({ version, changed, at, by }) => (
            <li key={version}>
              {changed.map(nameOf).join('、')}
              <div className="zq-small zq-faint">
                {by?.name ?? t('state.bySystem')} <InstantText at={at} />
              </div>
            </li>
          ))}
        </ul>
      )}
    </Card>
  );
}
