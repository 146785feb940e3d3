import { refusedFile } from './file-types.ts';

const MAX_CHARACTERS = 200;
// Control characters, and marks that turn the direction of writing: “gpj.exe” must not read as “exe.jpg”.
const INVISIBLE = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu;

/**
 * The name of a file as it is kept and shown: without folders and without what cannot be seen. It is never a path.
 * @throws AppError `unsupported-media-type` when nothing is left
 */
export function cleanFileName(given: string): string {
  const last = given.normalize('NFC').split(/[/\\]/).at(-1) ?? '';
  const name = last.replace(INVISIBLE, '').trim();
  const ending = /\.[^.]{1,10}$/.exec(name)?.[0] ?? '';
  const stem = name.slice(0, name.length - ending.length).trim();
  if (stem === '' || ending === '') throw refusedFile('文件名缺少名称或扩展名。', 'The file has no name or no ending.');
  return `${[...stem].slice(0, MAX_CHARACTERS - ending.length).join('')}${ending}`.slice(0, MAX_CHARACTERS);
}
