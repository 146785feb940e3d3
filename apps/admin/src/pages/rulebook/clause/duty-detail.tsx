import { describeTiming, type Duty, type Law } from '@zhengqi/obligations';
import { useTranslation } from 'react-i18next';
import { ConditionText } from '../../../components/duty/condition-text.tsx';
import { DutyFacts, DutyNotes, EvidenceList } from '../../../components/duty/duty-facts.tsx';
import { PenaltiesList } from '../../../components/duty/penalties-list.tsx';
import { SourcesList } from '../../../components/duty/sources-list.tsx';
import { DutyKinds } from '../../../components/duty-kinds.tsx';
import { DutyMarks, MarkTag } from '../../../components/marks.tsx';
import { useSay } from '../../../i18n/language.ts';
import { Card } from '../../../ui/card.tsx';
import { DetailsList } from '../../../ui/details-list.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { Tag } from '../../../ui/tag.tsx';
import './duty-detail.css';

interface DutyDetailProps {
  duty: Duty;
  laws: readonly Law[];
  /** The only duty of its clause: its title already stands above. */
  alone: boolean;
}

/** One duty with everything that was verified about it, and how far. */
export function DutyDetail({ duty, laws, alone }: DutyDetailProps) {
  const { t } = useTranslation();
  const say = useSay();
  return (
    <article className="zq-stack" id={duty.id}>
      {!alone && <h2 className="zq-duty-title">{say(duty.title)}</h2>}
      <div className="zq-columns">
        <div className="zq-stack">
          <Card title={t('occurrence.page.wording')} extra={<DutyMarks marks={duty.marks} />}>
            <div className="zq-stack">
              <p>{say(duty.wording)}</p>
              <div className="zq-row">
                <DutyKinds kinds={duty.kinds} />
                {duty.bindsWithoutLicence && <Tag tone="info">{t('rulebook.withoutLicence')}</Tag>}
              </div>
              {duty.textualNote !== undefined && (
                <Notice tone="warning" title={t('occurrence.page.textualNote')}>
                  {say(duty.textualNote)}
                </Notice>
              )}
            </div>
          </Card>
          <Card title={t('rulebook.condition')}>
            <ConditionText condition={duty.condition} />
          </Card>
          <DueCard duty={duty} laws={laws} />
          <Card title={t('occurrence.page.sources')}>
            <SourcesList sources={duty.sources} laws={laws} />
          </Card>
          <Card title={t('occurrence.page.penalties')}>
            <PenaltiesList penalties={duty.penalties} laws={laws} />
          </Card>
        </div>
        <div className="zq-stack">
          <Card title={t('occurrence.page.authority')}>
            <DutyFacts duty={duty} />
          </Card>
          <Card title={t('occurrence.page.evidence')}>
            <EvidenceList evidence={duty.evidence} />
          </Card>
          {duty.notes !== undefined && (
            <Card title={t('occurrence.page.notes')}>
              <DutyNotes notes={duty.notes} />
            </Card>
          )}
          <Card>
            <DetailsList
              items={[
                { label: t('rulebook.scopeLabel'), value: t(`rulebook.scope.${duty.scope}`) },
                {
                  label: t('rulebook.valid'),
                  value: (
                    <span className="zq-num">
                      {t('rulebook.validFrom', { from: duty.validFrom })}
                      {duty.validTo !== undefined && ` ${t('rulebook.until', { to: duty.validTo })}`}
                    </span>
                  ),
                },
              ]}
            />
          </Card>
        </div>
      </div>
    </article>
  );
}

function DueCard({ duty, laws }: { duty: Duty; laws: readonly Law[] }) {
  const { t } = useTranslation();
  const say = useSay();
  return (
    <Card title={t('rulebook.due')}>
      {duty.due.length === 0 ? (
        <p className="zq-muted">{t('rulebook.noDue')}</p>
      ) : (
        <ul className="zq-stack">
          {duty.due.map((rule) => (
            <li key={rule.id} className="zq-due-rule">
              <div className="zq-row">
                <MarkTag mark={rule.mark} />
                <strong>{say(rule.action)}</strong>
              </div>
              <div>{say(describeTiming(rule.timing))}</div>
              {rule.when !== undefined && (
                <div className="zq-small">
                  <ConditionText condition={rule.when} />
                </div>
              )}
              {rule.mark === 'O' && <div className="zq-small zq-faint">{t('occurrence.page.ownRule')}</div>}
              <div className="zq-small">
                <SourcesList sources={rule.sources} laws={laws} />
              </div>
            </li>
          ))}
        </ul>
      )}
    </Card>
  );
}
