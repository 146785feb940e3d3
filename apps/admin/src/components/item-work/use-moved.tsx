import { App, Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { appErrorOf } from '../../app-error.ts';
import { queryClient, refreshAll, trpc } from '../../trpc.ts';

/** What follows a move that was made: all is asked anew, one line says it, and offers the way back where there is one. */
export function useMoved() {
  const { t } = useTranslation();
  const { notification } = App.useApp();
  return async (title: string, undo?: () => void) => {
    await refreshAll();
    const key = `moved ${title}`;
    const takeBack = () => {
      notification.destroy(key);
      undo?.();
    };
    notification.success({
      key,
      title,
      ...(undo === undefined ? {} : { duration: 8, actions: <Button onClick={takeBack}>{t('action.undo')}</Button> }),
    });
  };
}

/** A move refused because somebody else was faster: the item is asked for again, so that its form can say what changed. */
export function lookAgainOnConflict(error: unknown): void {
  if (appErrorOf(error)?.code === 'conflict') void queryClient.invalidateQueries(trpc.occurrences.pathFilter());
}
