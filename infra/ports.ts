import net from 'node:net';
import { Fault, reasonOf } from './fault.ts';

/** A TCP port of this machine that nobody listens on now. */
export async function freePort(): Promise<number> {
  const server = await listen(0, '127.0.0.1');
  const { port } = server.address() as net.AddressInfo;
  await close(server);
  return port;
}

/**
 * Refuses a port that somebody else listens on. Needed because the API processes share theirs: without this probe a
 * second product would silently take half of the first one's requests.
 * @throws Fault
 */
export async function requireFreePort(port: number, host: string): Promise<void> {
  try {
    await close(await listen(port, host));
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'EADDRINUSE') throw new Fault(`port ${port} is in use; stop the other program or set PORT`);
    if (code === 'EACCES') throw new Fault(`port ${port} may not be opened by this user; set PORT to one above 1023`);
    throw new Fault(`cannot listen on ${host}:${port}: ${reasonOf(error)}; check HOST and PORT`);
  }
}

function listen(port: number, host: string): Promise<net.Server> {
  return new Promise((resolve, reject) => {
    const server = net.createServer();
    server.once('error', reject);
    server.listen({ port, host, exclusive: true }, () => resolve(server));
  });
}

function close(server: net.Server): Promise<void> {
  return new Promise((resolve) => server.close(() => resolve()));
}
