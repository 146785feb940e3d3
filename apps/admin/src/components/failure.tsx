import { TRPCClientError } from '@trpc/client';
import { useTranslation } from 'react-i18next';
import { appErrorOf } from '../app-error.ts';
import { useSay } from '../i18n/language.ts';
import { Notice } from '../ui/notice.tsx';

/** Refusals that somebody at the server must look into: only there does the number of the request help. */
const FAULTS = ['internal', 'unavailable'];

interface FailureTextProps {
  error: unknown;
  /** The form says beside each field what is wrong with it. */
  fieldsShown?: boolean;
}

/** A failed call in words: the server's own, or what can be said when it said nothing. */
export function FailureText({ error, fieldsShown = false }: FailureTextProps) {
  const { t } = useTranslation();
  const say = useSay();
  const app = appErrorOf(error);
  // A call that got no answer at all carries no data; anything else without words is a fault of ours.
  const silent = error instanceof TRPCClientError && error.data === undefined;
  // "Check what is marked" says less than the marks themselves, where they stand right below it.
  const fields = app === null || fieldsShown ? [] : app.fields;
  return (
    <>
      {fields.length === 0 && (
        <p>{app === null ? t(silent ? 'failure.unreachable' : 'failure.unexpected') : say(app.message)}</p>
      )}
      <ul>
        {fields.map(({ path, message }) => (
          <li key={path}>{say(message)}</li>
        ))}
      </ul>
      {app !== null && FAULTS.includes(app.code) && (
        <p className="zq-small zq-faint">{t('failure.requestId', { id: app.requestId })}</p>
      )}
    </>
  );
}

/** The same beside the form it belongs to. Shows nothing while all is well. */
export function FormFailure({ error, title, fieldsShown = false }: FailureTextProps & { title?: string }) {
  const { t } = useTranslation();
  if (error === null || error === undefined) return null;
  return (
    <Notice tone="danger" live title={title ?? t('failure.notSaved')}>
      <FailureText error={error} fieldsShown={fieldsShown} />
    </Notice>
  );
}
