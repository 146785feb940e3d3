import net from 'node:net';
import { expect, test } from 'vitest';
import { freePort, requireFreePort } from './ports.ts';

test('a busy port is refused in one line, a free one is not', async () => {
  const port = await freePort();
  await requireFreePort(port, '127.0.0.1');
  const server = net.createServer();
  await new Promise<void>((resolve) => {
    server.listen(port, '127.0.0.1', resolve);
  });
  await expect(requireFreePort(port, '127.0.0.1')).rejects.toThrow(
    `port ${port} is in use; stop the other program or set PORT`,
  );
  await new Promise((resolve) => server.close(resolve));
});

test('an address of another machine is refused', async () => {
  await expect(requireFreePort(await freePort(), '192.0.2.1')).rejects.toThrow('check HOST and PORT');
});
