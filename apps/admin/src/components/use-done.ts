import { App } from 'antd';
import { refreshAll } from '../trpc.ts';

/** What follows a change that worked: everything shown is asked anew, and one line says what was done. */
export function useDone(): (title: string, then?: () => void) => Promise<void> {
  const { notification } = App.useApp();
  return async (title, then) => {
    await refreshAll();
    notification.success({ title });
    then?.();
  };
}
