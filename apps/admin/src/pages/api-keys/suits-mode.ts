import type { ApiKey } from './api-key.ts';

/** Test keys are for sandboxes alone, and live keys for all other companies. */
export function suitsMode(company: { isSandbox: boolean }, mode: ApiKey['mode']): boolean {
  return company.isSandbox === (mode === 'test');
}
