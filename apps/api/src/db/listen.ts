import pg from 'pg';

const RECONNECT_MS = 1_000;

/**
 * Listens on a channel, over lost connections. Notices are lost while there is none, so every new connection counts as
 * one.
 * @returns ends listening
 */
export async function listen(options: {
  url: string;
  channel: string;
  onNotice: () => void;
}): Promise<() => Promise<void>> {
  const { url, channel, onNotice } = options;
  let ended = false;
  let client: pg.Client | undefined;
  let retry: NodeJS.Timeout | undefined;

  const connect = async (): Promise<void> => {
    const next = new pg.Client({ connectionString: url, application_name: 'zhengqi-listen', keepAlive: true });
    next.on('error', () => {});
    next.on('notification', onNotice);
    next.on('end', again);
    client = next;
    await next.connect();
    await next.query(`listen ${next.escapeIdentifier(channel)}`);
    onNotice();
  };
  const again = (): void => {
    if (ended || retry) return;
    retry = setTimeout(() => {
      retry = undefined;
      connect().catch(again);
    }, RECONNECT_MS);
  };

  await connect();
  return async () => {
    ended = true;
    clearTimeout(retry);
    await client?.end();
  };
}
