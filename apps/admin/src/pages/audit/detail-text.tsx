/** What an entry says besides its action, key by key, as it is stored. */
export function DetailText({ detail }: { detail: Record<string, unknown> }) {
  const shown = Object.entries(detail).filter(([, value]) => value !== null && value !== undefined);
  if (shown.length === 0) return null;
  return (
    <ul className="zq-small">
      {shown.map(([key, value]) => (
        <li key={key}>
          <span className="zq-faint">{key}</span> {typeof value === 'string' ? value : JSON.stringify(value)}
        </li>
      ))}
    </ul>
  );
}
