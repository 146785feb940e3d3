import { once } from 'node:events';
import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { checkTarget, OutboundError, PUBLIC_INTERNET } from './check-target.ts';
import { type Outbound, postJson } from './post-json.ts';
import { isPublicAddress } from './public-address.ts';

const faultOf = (work: () => unknown): string => {
  try {
    work();
    return 'allowed';
  } catch (error) {
    return error instanceof OutboundError ? error.fault : `not ours: ${String(error)}`;
  }
};

/** Every way we know of writing an address that is not in the public internet. */
const PRIVATE = [
  'https://127.0.0.1/',
  'https://127.1/',
  'https://127.0.1/',
  'https://2130706433/',
  'https://0x7f000001/',
  'https://0x7f.0.0.1/',
  'https://0177.0.0.1/',
  'https://017700000001/',
  'https://0x7f.1/',
  'https://127.0.0.1./',
  'https://１２７.０.０.１/',
  'https://127。0。0。1/',
  'https://%31%32%37.0.0.1/',
  'https://0/',
  'https://0.0.0.0/',
  'https://10.1.2.3/',
  'https://100.64.0.1/',
  'https://100.100.100.200/',
  'https://169.254.169.254/',
  'https://0xa9fea9fe/',
  'https://2852039166/',
  'https://172.16.0.1/',
  'https://172.31.255.255/',
  'https://192.0.0.192/',
  'https://192.0.2.1/',
  'https://192.168.1.1/',
  'https://198.18.0.1/',
  'https://198.19.255.255/',
  'https://198.51.100.7/',
  'https://203.0.113.9/',
  'https://224.0.0.1/',
  'https://240.0.0.1/',
  'https://255.255.255.255/',
  'https://[::]/',
  'https://[::1]/',
  'https://[0:0:0:0:0:0:0:1]/',
  'https://[::ffff:127.0.0.1]/',
  'https://[::ffff:7f00:1]/',
  'https://[::ffff:169.254.169.254]/',
  'https://[::127.0.0.1]/',
  'https://[64:ff9b::7f00:1]/',
  'https://[64:ff9b:1::1]/',
  'https://[2002:7f00:1::]/',
  'https://[2002:a9fe:a9fe::1]/',
  'https://[2001::1]/',
  'https://[2001:db8::1]/',
  'https://[3fff::1]/',
  'https://[fc00::1]/',
  'https://[fd00:ec2::254]/',
  'https://[fe80::1]/',
  'https://[fec0::1]/',
  'https://[ff02::1]/',
  'https://[100::1]/',
];
const BAD = [
  'http://93.184.215.14/',
  'ftp://93.184.215.14/',
  'file:///etc/passwd',
  'gopher://93.184.215.14/',
  'javascript:alert(1)',
  'https://93.184.215.14:8443/',
  'https://93.184.215.14:22/',
  'https://user@93.184.215.14/',
  'https://user:password@93.184.215.14/',
  'https://oapi.dingtalk.com@127.0.0.1/',
  'https://',
  'not an address',
  '',
];
const PUBLIC = [
  'https://93.184.215.14/x?y=1',
  'https://[2606:2800:21f:cb07:6820:80da:af6b:8b2c]/',
  'https://example.com/',
  'https://example.com:443/',
  'https://100.128.0.1/',
  'https://172.32.0.1/',
  'https://192.0.1.1/',
];

describe('an address', () => {
  it.each(PRIVATE)('%s is not in the public internet', (url) => {
    expect(faultOf(() => checkTarget(url, PUBLIC_INTERNET))).toBe('private-address');
  });
  it.each(BAD)('%s is refused', (url) => {
    expect(faultOf(() => checkTarget(url, PUBLIC_INTERNET))).toBe('bad-address');
  });
  it.each(PUBLIC)('%s may be called', (url) => {
    expect(faultOf(() => checkTarget(url, PUBLIC_INTERNET))).toBe('allowed');
  });
  it('must be one of the hosts, where hosts are named, to the letter', () => {
    const rules = { ...PUBLIC_INTERNET, hosts: ['oapi.dingtalk.com'] };
    expect(faultOf(() => checkTarget('https://oapi.dingtalk.com/x', rules))).toBe('allowed');
    for (const host of [
      'oapi.dingtalk.com.evil.cn',
      'evil-oapi.dingtalk.com',
      'dingtalk.com',
      '93.184.215.14',
      'oapi.dingtalk.com%2eevil.cn',
    ])
      expect(faultOf(() => checkTarget(`https://${host}/x`, rules))).toBe('host-not-allowed');
  });
  it.each(['localhost', '', '127.0.0.1\n', 'fe80::1%eth0', '2606:2800::1%1', '256.1.1.1'])(
    '%j is none, so it is not public',
    (text) => {
      expect(isPublicAddress(text)).toBe(false);
    },
  );
});

describe('a request', () => {
  let server: http.Server;
  let port: number;
  const open: (() => void)[] = [];
  beforeAll(async () => {
    server = http.createServer((request, response) => {
      if (request.url === '/redirect') response.writeHead(302, { location: 'http://169.254.169.254/' }).end();
      else if (request.url === '/huge') response.end('x'.repeat(200_000));
      else if (request.url === '/endless') {
        const more = setInterval(() => response.write('x'), 5);
        open.push(() => clearInterval(more));
        response.on('close', () => clearInterval(more));
      } else if (request.url === '/hang') open.push(() => response.destroy());
      else if (request.url?.startsWith('/reset')) request.socket.destroy();
      else response.writeHead(200, { 'content-type': 'application/json' }).end('{"ok":true}');
    });
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    port = (server.address() as AddressInfo).port;
  });
  afterAll(async () => {
    for (const end of open) end();
    server.closeAllConnections();
    server.close();
    await once(server, 'close');
  });

  const local = (change: Partial<Outbound> = {}): Outbound => ({
    rules: {
      scheme: 'http:',
      ports: [port],
      hosts: null,
      isAllowedAddress: (address) => address === '127.0.0.1' || isPublicAddress(address),
    },
    resolve: async () => [{ address: '127.0.0.1', family: 4 }],
    timeoutMs: 5_000,
    maxAnswerBytes: 64 * 1024,
    ...change,
  });
  const post = (path: string, outbound = local()) =>
    postJson(outbound, `http://robots.example:${port}${path}`, '{}').then(
      ({ status, body }) => `${status} ${body}`,
      (error: unknown) => (error instanceof OutboundError ? error.fault : String(error)),
    );

  it('gets its answer', async () => {
    expect(await post('/')).toBe('200 {"ok":true}');
  });
  it('follows no redirect', async () => {
    expect(await post('/redirect')).toBe('redirect');
  });
  it('does not read an answer without end', async () => {
    expect(await post('/huge')).toBe('too-large');
  });
  it.each(['/hang', '/endless'])('does not wait for %s', async (path) => {
    expect(await post(path, local({ timeoutMs: 150 }))).toBe('timeout');
  });
  it('tells of a broken connection without repeating the address', async () => {
    const failing = postJson(local(), `http://robots.example:${port}/reset?key=CANARY`, '{}');
    await expect(failing).rejects.toMatchObject({ fault: 'network' });
    await expect(failing).rejects.not.toThrow('CANARY');
  });
  it('is refused when any of the addresses of the name is not public', async () => {
    const half = async () => [
      { address: '127.0.0.1', family: 4 },
      { address: '10.0.0.1', family: 4 },
    ];
    expect(await post('/', local({ resolve: half }))).toBe('private-address');
    expect(await post('/', local({ resolve: async () => [] }))).toBe('private-address');
  });
  it('is decided by the answer of the resolver that the connection uses, not by an earlier one', async () => {
    const answers = ['127.0.0.1', '169.254.169.254', '127.0.0.1'];
    const asked: string[] = [];
    const rebinding = async () => {
      const address = answers[asked.length] ?? '10.0.0.1';
      asked.push(address);
      return [{ address, family: 4 }];
    };
    const outbound = local({ resolve: rebinding });
    expect(await post('/', outbound)).toBe('200 {"ok":true}');
    expect(await post('/', outbound)).toBe('private-address');
    expect(await post('/', outbound)).toBe('200 {"ok":true}');
    // One question for each request: what was checked is what was connected to.
    expect(asked).toEqual(answers);
  });
  it('never asks for the address of a host that is not allowed', async () => {
    let asked = 0;
    const outbound = local({
      resolve: async () => {
        asked += 1;
        return [];
      },
    });
    outbound.rules = { ...outbound.rules, hosts: ['oapi.dingtalk.com'] };
    expect(await post('/', outbound)).toBe('host-not-allowed');
    expect(asked).toBe(0);
  });
});
