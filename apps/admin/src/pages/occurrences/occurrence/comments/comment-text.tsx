import { useTranslation } from 'react-i18next';

/** The words of a comment, with those it calls set off. Text and nothing else: no markup of a user is ever run. */
export function CommentText({ body, names }: { body: string | null; names: readonly string[] }) {
  const { t } = useTranslation();
  if (body === null) return <p className="zq-muted">{t('work.commentGone')}</p>;
  return (
    <p className="zq-said">
      {partsOf(body, names).map(({ text, at, isName }) => (isName ? <mark key={at}>{text}</mark> : text))}
    </p>
  );
}

function partsOf(body: string, names: readonly string[]): { text: string; at: number; isName: boolean }[] {
  const called = names.map((name) => `@${name}`).toSorted((a, b) => b.length - a.length);
  const parts: { text: string; at: number; isName: boolean }[] = [];
  let from = 0;
  for (let at = body.indexOf('@'); at >= 0; at = body.indexOf('@', at + 1)) {
    const name = called.find((candidate) => body.startsWith(candidate, at));
    if (name === undefined || at < from) continue;
    parts.push({ text: body.slice(from, at), at: from, isName: false }, { text: name, at, isName: true });
    from = at + name.length;
  }
  return [...parts, { text: body.slice(from), at: from, isName: false }];
}
