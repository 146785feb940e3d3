import { useSyncExternalStore } from 'react';

/** Whether a media query holds now. For what CSS alone cannot do: another element, not another look. */
export function useMedia(query: string): boolean {
  return useSyncExternalStore(
    (listener) => {
      const list = window.matchMedia(query);
      list.addEventListener('change', listener);
      return () => list.removeEventListener('change', listener);
    },
    () => window.matchMedia(query).matches,
  );
}
