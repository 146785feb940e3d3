import type { Mark } from '@zhengqi/obligations';
import { useSay } from '../../i18n/language.ts';
import { MarkTag } from '../marks.tsx';

interface MarkedNotesProps {
  notes: readonly { text: { zh: string; en: string }; mark: Mark }[];
}

/** Remarks, each with how far it is verified: practice is never shown as law. */
export function MarkedNotes({ notes }: MarkedNotesProps) {
  const say = useSay();
  return (
    <ul className="zq-stack-tight">
      {notes.map(({ text, mark }) => (
        <li key={text.zh}>
          <MarkTag mark={mark} /> {say(text)}
        </li>
      ))}
    </ul>
  );
}
