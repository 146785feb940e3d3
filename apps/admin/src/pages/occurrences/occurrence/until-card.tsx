import { useTranslation } from 'react-i18next';
import type { RouterOutputs } from '../../../trpc.ts';
import { Card } from '../../../ui/card.tsx';
import { DateText, InstantText } from '../../../ui/date-text.tsx';
import { DueText, ProvisionalTag } from '../../../components/occurrences/due-text.tsx';
import { Notice } from '../../../ui/notice.tsx';
import './until-card.css';

type Occurrence = RouterOutputs['occurrences']['get'];

/** Until when: the lawful last day, the safe day before it, and what both were counted from. */
export function UntilCard({ occurrence }: { occurrence: Occurrence }) {
  const { t } = useTranslation();
  const { dueOn, dueAt, actBy, nominalOn, opensOn, daysLeft, provisionalFields, mark } = occurrence;
  return (
    <Card title={t('occurrence.page.until')}>
      <div className="zq-stack">
        <dl className="zq-until">
          <div>
            <dt>{t('occurrence.page.due')}</dt>
            <dd>
              <DueText dueOn={dueOn} daysLeft={daysLeft} provisionalFields={provisionalFields} />
            </dd>
            {dueOn !== null && mark !== 'O' && mark !== 'P' && (
              <dd className="zq-until-hint">{t('occurrence.page.dueHint')}</dd>
            )}
          </div>
          {dueAt !== null && (
            <div>
              <dt>{t('occurrence.page.dueAt')}</dt>
              <dd>
                <InstantText at={dueAt} />
              </dd>
            </div>
          )}
          {actBy !== null && (
            <div>
              <dt>{t('occurrence.page.actBy')}</dt>
              <dd>
                <span className="zq-due">
                  <DateText date={actBy} withWeekday />
                  {provisionalFields.includes('actBy') && <ProvisionalTag />}
                </span>
              </dd>
              <dd className="zq-until-hint">{t('occurrence.page.actByHint')}</dd>
            </div>
          )}
          {nominalOn !== null && (
            <div>
              <dt>{t('occurrence.page.nominal')}</dt>
              <dd>
                <DateText date={nominalOn} withWeekday />
              </dd>
              <dd className="zq-until-hint">{t('occurrence.page.nominalHint')}</dd>
            </div>
          )}
          {opensOn !== null && (
            <div>
              <dt>{t('occurrence.page.opens')}</dt>
              <dd>
                <DateText date={opensOn} withWeekday />
              </dd>
            </div>
          )}
        </dl>
        {provisionalFields.length > 0 && (
          <Notice tone="warning" title={t('occurrence.page.provisionalTitle')}>
            {t('time.provisionalWhy')}
          </Notice>
        )}
        {mark === 'O' && (
          <Notice tone="info" title={t('mark.O')}>
            {t('occurrence.page.ownRule')}
          </Notice>
        )}
      </div>
    </Card>
  );
}
