import { describe, expect, it } from 'vitest';
import { isFromOwnPage, ownOrigin, protectsCookies, type RequestOrigin } from './origin.ts';

const request = (more: Partial<RequestOrigin>): RequestOrigin => ({
  method: 'POST',
  host: 'localhost:3000',
  origin: null,
  secFetchSite: null,
  hasCookie: true,
  ...more,
});
const PUBLIC = 'https://zhengqi.example';

describe('a request that may change something', () => {
  it.each<[string, Partial<RequestOrigin>, string | null, boolean]>([
    ['of our own page', { origin: 'http://localhost:3000' }, null, true],
    ['of our own page behind a proxy', { host: 'zhengqi.example', origin: PUBLIC }, PUBLIC, true],
    ['of the machine itself although a proxy stands before', { origin: 'http://localhost:3000' }, PUBLIC, true],
    ['of our own page through a proxy that renames us', { host: '127.0.0.1:3000', origin: PUBLIC }, PUBLIC, true],
    ['of another site', { origin: 'https://evil.example' }, null, false],
    ['of another port', { origin: 'http://localhost:4000' }, null, false],
    ['of another scheme', { host: 'zhengqi.example', origin: 'http://zhengqi.example' }, PUBLIC, false],
    ['of a sandboxed page', { origin: 'null' }, null, false],
    ['of another site without a cookie', { origin: 'https://evil.example', hasCookie: false }, null, false],
    ['with a cookie and without a page', {}, null, false],
    ['with a cookie, said to come from the same site only', { secFetchSite: 'same-site' }, null, false],
    ['with a cookie, said to be of the same origin', { secFetchSite: 'same-origin' }, null, true],
    ['of a program without a cookie', { hasCookie: false }, null, true],
    ['without a host', { host: null, origin: 'http://localhost:3000' }, null, false],
  ])('%s', (_name, more, publicUrl, accepted) => {
    expect(isFromOwnPage(request(more), publicUrl)).toBe(accepted);
    for (const method of ['PUT', 'DELETE', 'PATCH', 'OPTIONS']) {
      expect(isFromOwnPage(request({ ...more, method }), publicUrl)).toBe(accepted);
    }
  });
  it('reading is open', () => expect(isFromOwnPage(request({ method: 'GET' }), null)).toBe(true));
});

describe('an address keeps sign-in cookies', () => {
  it.each([
    PUBLIC,
    'http://localhost:3000',
    'http://127.0.0.1',
    'http://127.1.2.3:80',
    'http://[::1]:3000',
    'http://a.localhost',
  ])('at %s', (origin) => expect(protectsCookies(origin)).toBe(true));
  it.each([
    null,
    '',
    'http://192.168.1.20:3000',
    'http://zhengqi.example',
    'http://127.0.0.1.evil.example',
    'http://localhost.evil.example',
    'nothing',
  ])('but not at %s', (origin) => expect(protectsCookies(origin)).toBe(false));
  it('whatever the configured address says about another host', () => {
    expect(ownOrigin(request({ host: 'evil.example' }), PUBLIC)).toBe('http://evil.example');
  });
});
