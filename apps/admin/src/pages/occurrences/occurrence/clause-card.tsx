import type { Duty } from '@zhengqi/obligations';
import { useTranslation } from 'react-i18next';
import { useSay } from '../../../i18n/language.ts';
import { Card } from '../../../ui/card.tsx';
import { Notice } from '../../../ui/notice.tsx';

/** What the licence prints, kept apart from how we put it. */
export function ClauseCard({ duty, provisionText }: { duty: Duty; provisionText: string | null }) {
  const { t } = useTranslation();
  const say = useSay();
  return (
    <Card title={t('occurrence.page.clauseTitle')}>
      <div className="zq-stack">
        <div className="zq-stack-tight">
          <h3 className="zq-small zq-faint">{t('occurrence.page.wording')}</h3>
          <p>{say(duty.wording)}</p>
        </div>
        {duty.provision !== null && (
          <div className="zq-stack-tight">
            <h3 className="zq-small zq-faint">{t('occurrence.page.printedText')}</h3>
            {provisionText === null ? (
              <p className="zq-muted">{t('occurrence.page.printedMissing')}</p>
            ) : (
              <blockquote className="zq-quote" lang="zh-CN">
                {provisionText}
              </blockquote>
            )}
          </div>
        )}
        {duty.textualNote !== undefined && (
          <Notice tone="warning" title={t('occurrence.page.textualNote')}>
            {say(duty.textualNote)}
          </Notice>
        )}
      </div>
    </Card>
  );
}
