import { MAX_DOCUMENT_BYTES } from '@zhengqi/obligations';

export type DocumentInput = { kind: 'text'; text: string } | { kind: 'file'; fileName: string; base64: string };

/** Why a file is not even worth sending. */
export type FileProblem = 'too-large' | 'empty' | 'wrong-kind';

/** What browsers call text; an unknown type is left to the server, which looks at the content. */
export function problemOf(file: File): FileProblem | null {
  if (file.size === 0) return 'empty';
  if (file.size > MAX_DOCUMENT_BYTES) return 'too-large';
  const isText = file.type === '' || file.type.startsWith('text/') || /\.(txt|text|md)$/i.test(file.name);
  return isText ? null : 'wrong-kind';
}

/** The bytes as they are: the server finds out the encoding, so nothing may be decoded on the way. */
export async function toDocument(file: File): Promise<DocumentInput> {
  const bytes = new Uint8Array(await file.arrayBuffer());
  let binary = '';
  // In slices, because a call takes only so many arguments.
  for (let at = 0; at < bytes.length; at += 0x8000) {
    binary += String.fromCharCode(...bytes.subarray(at, at + 0x8000));
  }
  return { kind: 'file', fileName: file.name, base64: btoa(binary) };
}
