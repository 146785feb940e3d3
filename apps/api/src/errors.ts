import type { Bilingual } from '@zhengqi/obligations';

/** Everything that can go wrong for a caller, for machines. The transports map these and nothing else. */
export type AppErrorCode =
  | 'invalid-input'
  | 'unauthenticated'
  | 'forbidden'
  | 'not-found'
  | 'conflict'
  | 'too-many-attempts'
  | 'payload-too-large'
  | 'unsupported-media-type'
  | 'method-not-allowed'
  | 'idempotency-key-missing'
  | 'idempotency-key-reused'
  | 'request-in-progress'
  | 'precondition-required'
  | 'precondition-failed'
  | 'insecure-origin'
  | 'step-up-required'
  | 'set-up-closed'
  | 'unavailable'
  | 'internal';

/** What is wrong at one place of the input. */
export interface FieldError {
  /** Dotted path in the input: `licence.number`, `answers.0.value`; empty for the input as a whole. */
  path: string;
  message: Bilingual;
}

/** An error whose words may be shown to the caller as they are. */
export class AppError extends Error {
  override readonly name = 'AppError';
  readonly code: AppErrorCode;
  readonly text: Bilingual;
  readonly fields: readonly FieldError[];
  /** With `too-many-attempts` and `request-in-progress`: when to try again. */
  readonly retryAfterSeconds: number | undefined;
  /** A `conflict` because the caller has met an older state: read it anew. */
  readonly isStale: boolean;
  /** The caller reached for what is not theirs: noted, whatever the answer says. */
  readonly isDenial: boolean;

  constructor(
    code: AppErrorCode,
    text: Bilingual,
    more: {
      fields?: readonly FieldError[];
      retryAfterSeconds?: number;
      isStale?: boolean;
      isDenial?: boolean;
      cause?: unknown;
    } = {},
  ) {
    super(text.en, more.cause === undefined ? undefined : { cause: more.cause });
    this.code = code;
    this.text = text;
    this.fields = more.fields ?? [];
    this.retryAfterSeconds = more.retryAfterSeconds;
    this.isStale = more.isStale ?? false;
    this.isDenial = more.isDenial ?? false;
  }
}

/** The input breaks a rule at these places. */
export function invalidInput(fields: readonly FieldError[]): AppError {
  return new AppError(
    'invalid-input',
    { zh: '输入有误，请检查标出的内容。', en: 'The input is not right; see the places marked.' },
    { fields },
  );
}

/** The input breaks a rule at one place. */
export function invalidField(path: string, zh: string, en: string): AppError {
  return invalidInput([{ path, message: { zh, en } }]);
}

/** The same for what does not exist and for what belongs to somebody else: the difference is nobody's business. */
export function notFound(): AppError {
  return new AppError('not-found', { zh: '没有找到，或无权查看。', en: 'Not found, or not yours to see.' });
}

/** The same words for an organisation that is not open to the caller, which is noted as a refusal. */
export function notOpen(): AppError {
  const { code, text } = notFound();
  return new AppError(code, text, { isDenial: true });
}

/** Somebody else was faster, or the thing exists already. */
export function conflict(zh: string, en: string, fields: readonly FieldError[] = []): AppError {
  return new AppError('conflict', { zh, en }, { fields });
}

/** Somebody else changed it since the caller read it. */
export function stale(zh: string, en: string): AppError {
  return new AppError('conflict', { zh, en }, { isStale: true });
}

/** The caller may look but not do this. */
export function forbidden(): AppError {
  return new AppError(
    'forbidden',
    { zh: '您的权限不足以执行此操作。', en: 'Your role does not allow this.' },
    { isDenial: true },
  );
}

/** Nobody is signed in, or the session has ended. */
export function unauthenticated(): AppError {
  return new AppError('unauthenticated', { zh: '请先登录。', en: 'Please sign in.' });
}
