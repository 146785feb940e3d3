import { once } from 'node:events';
import http from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Outbound } from '../outbound/post-json.ts';
import { signDingtalk } from '../robots/dingtalk.ts';
import { signFeishu } from '../robots/feishu.ts';
import { ROBOT_HOSTS } from '../robots/vendors.ts';

/** How the server behaves: as the vendors do, or as servers do on bad days. */
export type Behaviour =
  | 'vendor'
  | 'hang'
  | 'redirect'
  | 'huge'
  | 'reset'
  | 'no-json'
  | { status: number; body?: unknown; headers?: Record<string, string> };

/** A server that speaks the documented protocol of all three vendors, and what it took. */
export interface RobotServer {
  /** The way out that leads to it instead of to the vendors; their host names stay as they are. */
  outbound: Outbound;
  /** Messages that were taken, in words. */
  taken: { host: string; text: string }[];
  /** All requests, taken or not. */
  requests: { host: string; url: URL; body: Record<string, unknown> }[];
  /** Answers for the next requests, one each; afterwards it is `vendor` again. */
  next: Behaviour[];
  stop(): Promise<void>;
}

/** The secret that robots of tests sign with. */
export const ROBOT_SECRET = 'SECthis-is-a-test-secret';

/** Starts it on a free port. */
export async function startRobotServer(now: () => Date): Promise<RobotServer> {
  const taken: RobotServer['taken'] = [];
  const requests: RobotServer['requests'] = [];
  const next: Behaviour[] = [];
  const answerTo = async (request: http.IncomingMessage, response: http.ServerResponse): Promise<void> => {
    const parts: Buffer[] = [];
    for await (const part of request) parts.push(part as Buffer);
    const host = (request.headers.host ?? '').split(':')[0] ?? '';
    const url = new URL(request.url ?? '/', `http://${host}`);
    const body = JSON.parse(Buffer.concat(parts).toString()) as Record<string, unknown>;
    requests.push({ host, url, body });
    const behaviour = next.shift() ?? 'vendor';
    const answer = (status: number, json: unknown, headers: Record<string, string> = {}) =>
      response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(JSON.stringify(json));
    if (behaviour === 'hang') return;
    if (behaviour === 'redirect') return void response.writeHead(302, { location: 'https://evil.example/' }).end();
    if (behaviour === 'huge') return void response.end('x'.repeat(100_000));
    if (behaviour === 'reset') return void request.socket.destroy();
    if (behaviour === 'no-json') return void response.end('<html>busy</html>');
    if (behaviour !== 'vendor') return void answer(behaviour.status, behaviour.body ?? {}, behaviour.headers);
    const said = sayAsVendor(host, url, body, now());
    if (said.text !== null) taken.push({ host, text: said.text });
    answer(200, said.answer);
  };
  const server = http.createServer((request, response) => void answerTo(request, response));
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return {
    outbound: {
      rules: {
        scheme: 'http:',
        ports: [port],
        hosts: ROBOT_HOSTS,
        isAllowedAddress: (address) => address === '127.0.0.1',
      },
      resolve: async () => [{ address: '127.0.0.1', family: 4 }],
      timeoutMs: 400,
      maxAnswerBytes: 64 * 1024,
    },
    taken,
    requests,
    next,
    async stop() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}

interface Said {
  answer: unknown;
  text: string | null;
}

/** Always with status 200, as they do. */
function sayAsVendor(host: string, url: URL, body: Record<string, unknown>, now: Date): Said {
  const hour = 3_600_000;
  if (host === 'qyapi.weixin.qq.com') {
    const { content } = (body['markdown'] ?? {}) as { content?: string };
    if (url.searchParams.get('key') === null || content === undefined)
      return refused({ errcode: 93000, errmsg: 'invalid webhook url' });
    if (Buffer.byteLength(content) > 4096)
      return refused({ errcode: 40058, errmsg: 'markdown.content exceed max length' });
    return { answer: { errcode: 0, errmsg: 'ok' }, text: content };
  }
  if (host === 'oapi.dingtalk.com') {
    const time = Number(url.searchParams.get('timestamp'));
    const isSigned =
      Math.abs(now.getTime() - time) <= hour && url.searchParams.get('sign') === signDingtalk(ROBOT_SECRET, time);
    if (!isSigned) return refused({ errcode: 310000, errmsg: 'sign not match' });
    return { answer: { errcode: 0, errmsg: 'ok' }, text: (body['markdown'] as { text: string }).text };
  }
  const time = Number(body['timestamp']);
  const isSigned = Math.abs(now.getTime() / 1000 - time) <= 3600 && body['sign'] === signFeishu(ROBOT_SECRET, time);
  if (!isSigned) return refused({ code: 19021, msg: 'sign match fail or timestamp is not within one hour' });
  const { header, elements } = body['card'] as {
    header: { title: { content: string } };
    elements: { content?: string }[];
  };
  return {
    answer: { StatusCode: 0, StatusMessage: 'success' },
    text: `${header.title.content}\n${elements[0]?.content}`,
  };
}

function refused(answer: unknown): Said {
  return { answer, text: null };
}
