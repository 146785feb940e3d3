import dns from 'node:dns';
import http from 'node:http';
import https from 'node:https';
import type net from 'node:net';
import { callbackify } from 'node:util';
import { checkTarget, OutboundError, type OutboundRules } from './check-target.ts';

/** An answer, its body cut to what may be read. */
export interface OutboundAnswer {
  status: number;
  headers: http.IncomingHttpHeaders;
  body: string;
}

/** Finds the addresses of a name. */
export type Resolve = (host: string) => Promise<readonly { address: string; family: number }[]>;

/** How requests leave the product. */
export interface Outbound {
  rules: OutboundRules;
  resolve: Resolve;
  /** For all of it: name, connection, request and answer. */
  timeoutMs: number;
  maxAnswerBytes: number;
}

const TIMEOUT_MS = 15_000;
const MAX_ANSWER_BYTES = 64 * 1024;

/** The way out of the running product. */
export function openOutbound(rules: OutboundRules): Outbound {
  return {
    rules,
    resolve: (host) => dns.promises.lookup(host, { all: true, verbatim: true }),
    timeoutMs: TIMEOUT_MS,
    maxAnswerBytes: MAX_ANSWER_BYTES,
  };
}

/**
 * Sends JSON to somebody else's server. The name is resolved by our own hook at the moment of the connection, and every
 * address it has must be allowed: a name that answers differently the second time gains nothing. Redirects are refused,
 * a large answer is not read, and what hangs is cut off.
 * @throws OutboundError
 */
export async function postJson(
  outbound: Outbound,
  target: string | URL,
  body: string,
  headers: Readonly<Record<string, string>> = {},
): Promise<OutboundAnswer> {
  const { rules, timeoutMs, maxAnswerBytes } = outbound;
  const url = checkTarget(target, rules);
  const { request: begin } = rules.scheme === 'https:' ? https : http;
  const bytes = Buffer.from(body);
  return new Promise<OutboundAnswer>((resolve, reject) => {
    const signal = AbortSignal.timeout(timeoutMs);
    const fail = (error: unknown) => {
      request.destroy();
      reject(errorOf(error, signal));
    };
    const request = begin(url, {
      method: 'POST',
      // A connection of its own, so that none is used that was opened under another answer of the resolver.
      agent: false,
      lookup: guardedLookup(outbound),
      signal,
      headers: {
        accept: 'application/json',
        'content-type': 'application/json; charset=utf-8',
        'content-length': String(bytes.length),
        'accept-encoding': 'identity',
        ...headers,
      },
    });
    request.on('error', fail);
    request.on('response', (response) => {
      const status = response.statusCode ?? 0;
      if (status >= 300 && status < 400) return fail(new OutboundError('redirect', `status ${status}`));
      const parts: Buffer[] = [];
      let size = 0;
      response.on('error', fail);
      response.on('data', (part: Buffer) => {
        size += part.length;
        if (size > maxAnswerBytes) fail(new OutboundError('too-large', `more than ${maxAnswerBytes} bytes`));
        else parts.push(part);
      });
      response.on('end', () => resolve({ status, headers: response.headers, body: Buffer.concat(parts).toString() }));
    });
    request.end(bytes);
  });
}

/** Resolves a name and refuses it when any of its addresses is not allowed: half a trap is a trap. */
function guardedLookup({ rules, resolve }: Outbound): net.LookupFunction {
  const find = callbackify(async (host: string) => {
    const addresses = await resolve(host);
    const [first] = addresses;
    if (first === undefined || !addresses.every(({ address }) => rules.isAllowedAddress(address)))
      throw new OutboundError('private-address', 'the name does not lead into the public internet');
    return { first, all: [...addresses] };
  });
  return (host, options, callback) =>
    find(host, (error, found) => {
      if (error) callback(error, '', 0);
      else if (options.all) callback(null, found.all);
      else callback(null, found.first.address, found.first.family);
    });
}

function errorOf(error: unknown, signal: AbortSignal): OutboundError {
  if (error instanceof OutboundError) return error;
  if (signal.aborted) return new OutboundError('timeout', 'no answer in time');
  // Only the code: a message may repeat the address, which is a secret of robots.
  const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown';
  return new OutboundError('network', code);
}
