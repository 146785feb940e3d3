import { civilDateOf } from '@zhengqi/obligations';

/** The last day in China of a period that ends at this moment. */
export function lastDayOf(endsAt: string): string {
  return civilDateOf(new Date(Date.parse(endsAt) - 1).toISOString());
}
