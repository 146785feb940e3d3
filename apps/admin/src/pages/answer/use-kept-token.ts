import { useEffect } from 'react';
import { useLinkToken } from '../../components/use-link-token.ts';

const KEPT = 'zq-request-link';

/**
 * The token of the link to a request. Kept for this tab: phones throw a page away while a photo is taken, and it must
 * come back with its link.
 */
export function useKeptToken(): string | null {
  const fromAddress = useLinkToken();
  useEffect(() => {
    if (fromAddress !== null) sessionStorage.setItem(KEPT, fromAddress);
  }, [fromAddress]);
  return fromAddress ?? sessionStorage.getItem(KEPT);
}
