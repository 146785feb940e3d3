type Words = { zh: string; en: string };

/** A refusal the server has put in words. */
export interface AppError {
  code: string;
  message: Words;
  requestId: string;
  fields: { path: string; message: Words }[];
}

/** What the server said about a failed call; null when it said nothing (no connection, a proxy's page, our own fault). */
export function appErrorOf(error: unknown): AppError | null {
  if (typeof error !== 'object' || error === null || !('data' in error)) return null;
  const { data } = error;
  if (typeof data !== 'object' || data === null || !('app' in data)) return null;
  const app = data.app as Partial<AppError> | null | undefined;
  if (app?.code === undefined || app.message === undefined) return null;
  return { code: app.code, message: app.message, requestId: app.requestId ?? '', fields: app.fields ?? [] };
}

/** The message for one field of a form, if the server named it. `path` is dotted, as in the input. */
export function fieldError(error: unknown, path: string): Words | null {
  return appErrorOf(error)?.fields.find((field) => field.path === path)?.message ?? null;
}
