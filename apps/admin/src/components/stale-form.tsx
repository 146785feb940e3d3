import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Notice } from '../ui/notice.tsx';

/**
 * The version of settings that a form began with, held while newer ones may come in. `saved` is the version that the form
 * itself has made: no change of somebody else.
 */
export function useHeldVersion(now: number, saved?: number): { version: number; isStale: boolean; take: () => void } {
  const [version, setVersion] = useState(now);
  if (saved === now && version !== now) setVersion(now);
  return { version, isStale: now !== version, take: () => setVersion(now) };
}

/** Somebody else has saved meanwhile: nothing typed is lost, and nothing of theirs is written over unsaid. */
export function StaleNotice({ isStale, onGo }: { isStale: boolean; onGo: () => void }) {
  const { t } = useTranslation();
  if (!isStale) return null;
  return (
    <Notice
      tone="warning"
      live
      title={t('notice.staleTitle')}
      actions={<Button onClick={onGo}>{t('notice.staleGo')}</Button>}
    >
      {t('notice.staleText')}
    </Notice>
  );
}
