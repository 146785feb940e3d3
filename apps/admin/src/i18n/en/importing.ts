import type { SameShape } from '../same-shape.ts';
import type { importing as zh } from '../zh/importing.ts';

/** From a licence text to a registered licence. */
export const importing = {
  title: 'Import a licence',
  lead: 'Drop in the text file of a licence, or paste its text. You check what was read before anything is saved.',
  drop: 'Drop a .txt file here, or choose one',
  dropHint: 'UTF-8 or GB18030, up to 5 MB',
  choose: 'Choose a file',
  paste: 'Paste the licence text',
  pasteHint: 'From 中华人民共和国增值电信业务经营许可证 to the last of the special provisions',
  read: 'Read the text',
  byHand: 'No text at hand: type it in',
  byHandTitle: 'Type in a licence',
  byHandLead:
    'Fill in what the licence prints and leave the rest empty. Without its text the special provisions cannot be compared one by one; the rulebook applies them as usually printed.',
  tooLarge:
    'The file has {{size}}, more than 5 MB. The text of a licence has a few dozen kB: export only the words of the licence itself.',
  emptyFile: 'The file is empty. Check that the exported text has words in it.',
  wrongKind: '“{{name}}” is not a text file. Use a .txt file, or open the original, copy its text and paste it.',
  failed: 'No licence could be read',
  previewTitle: 'Check what was read',
  previewLead: 'The text shows where each field was read. Correct whatever does not agree with it.',
  fields: 'Register entries',
  provisions: 'Special provisions',
  findings: 'Findings',
  known: 'Number {{number}} is already registered',
  knownText: 'It would be refused a second time. For a new certificate or a correction, open the existing licence.',
  openKnown: 'Open the existing licence',
  confirm: 'Register and compute the schedule',
  another: 'Use another text',
  registered: '{{number}} registered',
  notRegistered: 'Not registered',
  fileMeta: '{{encoding}}, {{size}}',
  pastedMeta: 'Pasted text, {{size}}',
  errorsFirst: 'Settle what is marked as an error first, then register.',
} satisfies SameShape<typeof zh>;
