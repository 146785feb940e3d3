import type { Http2Bindings, HttpBindings } from '@hono/node-server';

type Fetch<Env> = (request: Request, env: Env) => Response | Promise<Response>;

/**
 * Network addresses of callers. The header that proxies write is believed only when a proxy of ours is said to stand
 * before, and then only its last entry, which that proxy wrote itself.
 */
export function addressReader(trustProxy: boolean) {
  const sockets = new WeakMap<Request, string>();
  return {
    /** Remembers the socket of each request on its way to the app. */
    fetch:
      (next: Fetch<HttpBindings | Http2Bindings>): Fetch<HttpBindings | Http2Bindings> =>
      (request, env) => {
        sockets.set(request, env.incoming.socket.remoteAddress ?? 'unknown');
        return next(request, env);
      },
    read: (request: Request): string => {
      const forwarded = trustProxy ? request.headers.get('x-forwarded-for')?.split(',').at(-1)?.trim() : undefined;
      return forwarded || (sockets.get(request) ?? 'unknown');
    },
  };
}
