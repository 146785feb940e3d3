import { App } from 'antd';
import { refreshAll } from '../trpc.ts';
import { type Effect, useEffectText } from './schedule/effect.ts';

/** What follows a change that moved the schedule: everything is asked anew, and one line says what it did. */
export function useScheduled(): (title: string, schedule: Effect, then?: () => void) => Promise<void> {
  const { notification } = App.useApp();
  const effectText = useEffectText();
  return async (title, schedule, then) => {
    await refreshAll();
    notification.success({ title, description: effectText(schedule) });
    then?.();
  };
}
