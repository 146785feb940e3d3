import { Fragment } from 'react';

/** What an entry says besides its action, key by key, as it is stored. */
export function DetailText({ detail }: { detail: Record<string, unknown> }) {
  const shown = Object.entries(detail).filter(([, value]) => value !== null && value !== undefined);
  if (shown.length === 0) return null;
  return (
    <p className="zq-small">
      {shown.map(([key, value], index) => (
        <Fragment key={key}>
          {index > 0 && ' · '}
          <span className="zq-faint">{key}</span> {textOf(value)}
        </Fragment>
      ))}
    </p>
  );
}

function textOf(value: unknown): string {
  if (typeof value === 'string') return value;
  if (Array.isArray(value)) return value.map(textOf).join(', ');
  return JSON.stringify(value);
}
