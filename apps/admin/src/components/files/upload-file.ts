import { TRPCClientError } from '@trpc/client';

/** A file that the server has taken; it is no evidence until it is attached to something. */
export interface StoredFile {
  fileId: string;
  name: string;
  mediaType: string;
  sizeBytes: number;
  sha256: string;
}

/** What a chooser of files offers; the server decides by the content. */
export const ACCEPTED_FILES = '.pdf,.png,.jpg,.jpeg,.docx,.xlsx,.txt,.csv,.eml';

/** A refusal in the shape of the other calls, so that it is put in words like theirs. */
class UploadError extends Error {
  readonly data: unknown;
  constructor(data: unknown) {
    super('the upload was refused');
    this.data = data;
  }
}

export interface Sending {
  stored: Promise<StoredFile>;
  stop: () => void;
}

/** Sends one file, and tells how much of it has gone out. */
export type SendFile = (file: File, onPercent: (percent: number) => void) => Sending;

/** Sends a file as somebody who is signed in, to one organisation. */
export function uploadFile(organisationId: string, ...sent: Parameters<SendFile>): Sending {
  return sendFile(`/api/files?${new URLSearchParams({ organisationId })}`, {}, ...sent);
}

/** Sends a file as whoever has the link of a request; its secret goes in a header, never in an address. */
export function uploadByLink(token: string, ...sent: Parameters<SendFile>): Sending {
  return sendFile('/api/request-link/files', { 'x-request-link': token }, ...sent);
}

/** By XMLHttpRequest, because fetch does not tell how much of a body has gone out. */
function sendFile(
  address: string,
  headers: Record<string, string>,
  ...[file, onPercent]: Parameters<SendFile>
): Sending {
  const request = new XMLHttpRequest();
  const stored = new Promise<StoredFile>((resolve, reject) => {
    const silence = () => reject(new TRPCClientError('no answer'));
    request.upload.onprogress = ({ loaded, total }) => onPercent(total === 0 ? 0 : Math.round((loaded / total) * 100));
    request.onerror = silence;
    request.onabort = silence;
    request.onload = () => {
      const answer = answerOf(request.responseText);
      if (request.status === 201) resolve(answer as unknown as StoredFile);
      else reject(new UploadError((answer.error as { data?: unknown } | undefined)?.data ?? null));
    };
    request.open('POST', address);
    for (const [name, value] of Object.entries(headers)) request.setRequestHeader(name, value);
    const form = new FormData();
    form.append('file', file);
    request.send(form);
  });
  return { stored, stop: () => request.abort() };
}

function answerOf(text: string): Record<string, unknown> {
  try {
    return JSON.parse(text) as Record<string, unknown>;
  } catch {
    return {};
  }
}

/** Where the bytes of a file are. */
export function fileAddress(organisationId: string, fileId: string): string {
  return `/api/files/${fileId}?${new URLSearchParams({ organisationId })}`;
}
