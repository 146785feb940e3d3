import pg from 'pg';

/** Runs work on one connection of its own and ends it. For what happens once, outside of requests. */
export async function withConnection<T>(
  options: { url: string; name: string },
  work: (client: pg.ClientBase) => Promise<T>,
): Promise<T> {
  const client = new pg.Client({ connectionString: options.url, application_name: `zhengqi-${options.name}` });
  // A connection that dies rejects the statement it runs; the event alone would end the process.
  client.on('error', () => {});
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}
