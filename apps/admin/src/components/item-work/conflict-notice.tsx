import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { useSay } from '../../i18n/language.ts';
import { DetailsList } from '../../ui/details-list.tsx';
import { Notice } from '../../ui/notice.tsx';
import { appErrorOf } from '../../app-error.ts';
import type { Seen } from './use-seen.ts';
import { WorkStateTag } from './work-state-tag.tsx';

/** Somebody else was faster: who, what became of the item, and the way on with what was typed. */
export function ConflictNotice({ seen, error, onGo }: { seen: Seen; error: unknown; onGo: () => void }) {
  const { t } = useTranslation();
  const say = useSay();
  const { now, denied } = seen;
  const app = appErrorOf(error);
  return (
    <Notice
      tone="warning"
      live
      title={t('work.conflictTitle')}
      actions={denied === null && <Button onClick={onGo}>{t('work.conflictGo')}</Button>}
    >
      {app?.code === 'conflict' && <p>{say(app.message)}</p>}
      <p>{t('work.conflictText')}</p>
      <DetailsList
        items={[
          { label: t('work.conflictNow'), value: <WorkStateTag state={now.workState} /> },
          { label: t('work.assignee'), value: now.assignee?.name ?? t('work.nobody') },
        ]}
      />
      {denied !== null && (
        <p>
          {t('work.conflictDenied')} {say(denied)}
        </p>
      )}
    </Notice>
  );
}
