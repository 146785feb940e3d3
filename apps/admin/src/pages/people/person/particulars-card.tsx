import { useTranslation } from 'react-i18next';
import { useRosterWords } from '../../../components/roster/use-record-text.ts';
import { Card } from '../../../ui/card.tsx';
import { InstantText } from '../../../ui/date-text.tsx';
import { DetailsList } from '../../../ui/details-list.tsx';
import { EmploymentText, NextEnd, PostsText } from '../person-facts.tsx';
import { Masked } from './masked.tsx';
import type { PersonDetail } from './person-detail.ts';

/** Who somebody is, as far as it may be seen without a reason. */
export function ParticularsCard({ person }: { person: PersonDetail }) {
  const { t } = useTranslation();
  const words = useRosterWords();
  const { id, externalRef, idNumber, phones, email, identityOnFile, employment, posts, nextEnd, createdAt } = person;
  const none = <span className="zq-faint">{t('roster.notRecorded')}</span>;
  return (
    <Card title={t('people.particulars')}>
      <DetailsList
        items={[
          {
            label: t('people.idNumber'),
            value: idNumber === null ? none : <Masked personId={id} field="idNumber" text={idNumber} />,
          },
          {
            label: t('people.phones'),
            value:
              phones === null ? (
                none
              ) : phones.length === 0 ? (
                t('people.noPhone')
              ) : (
                <ul>
                  {phones.map((phone) => (
                    <li key={phone.id}>
                      <Masked personId={id} field="phone" phoneId={phone.id} text={phone.number} />
                    </li>
                  ))}
                </ul>
              ),
          },
          {
            label: t('people.email'),
            value: email === null ? none : <Masked personId={id} field="email" text={email} />,
          },
          {
            label: t('people.identityOnFile'),
            value: identityOnFile === null ? none : t(identityOnFile ? 'state.yes' : 'state.no'),
          },
          { label: t('people.externalRef'), value: externalRef ?? none },
          {
            label: t('people.column.employment'),
            value: employment === null ? none : <EmploymentText employment={employment} />,
          },
          { label: t('people.posts'), value: posts.length === 0 ? none : <PostsText posts={posts} words={words} /> },
          ...(nextEnd === null ? [] : [{ label: t('people.column.nextEnd'), value: <NextEnd nextEnd={nextEnd} /> }]),
          { label: t('people.since'), value: <InstantText at={createdAt} /> },
        ]}
      />
    </Card>
  );
}
