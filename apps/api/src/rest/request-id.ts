const FORM = /^[\w.:-]{8,64}$/;

/** The id that a request goes by in answers, logs and audits: the caller's own when it is well formed. */
export function requestIdOf(sent: string | undefined, newId: () => string): string {
  return sent !== undefined && FORM.test(sent) ? sent : newId();
}
