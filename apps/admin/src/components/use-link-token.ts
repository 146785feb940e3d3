import { useRouter } from '@tanstack/react-router';
import { useEffect, useState } from 'react';

/**
 * The token of a link from an e-mail. It comes after `#`, which browsers send to no server, and is taken out of the
 * address at once, so that it stays in no history and no screenshot.
 */
export function useLinkToken(): string | null {
  const { history } = useRouter();
  const [token] = useState(() => history.location.hash.replace(/^#/, '').replace(/^token=/, ''));
  useEffect(() => {
    if (history.location.hash !== '') history.replace(history.location.pathname);
  }, [history]);
  return token === '' ? null : token;
}
