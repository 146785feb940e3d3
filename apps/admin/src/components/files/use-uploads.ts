import { useEffect, useRef, useState } from 'react';
import { useOrganisationId } from '../../session.tsx';
import { type SendFile, type Sending, type StoredFile, uploadFile } from './upload-file.ts';

export interface Upload {
  key: number;
  name: string;
  sizeBytes: number;
  percent: number;
  stored: StoredFile | null;
  error: unknown;
}

export interface Uploads {
  items: readonly Upload[];
  add: (files: Iterable<File>) => void;
  remove: (key: number) => void;
  /** What the server has taken. */
  stored: StoredFile[];
  isSending: boolean;
}

interface UploadOptions {
  single?: boolean;
  first?: readonly File[];
}

/** Files on their way to the organisation on screen. */
export function useUploads(options: UploadOptions = {}): Uploads {
  const organisationId = useOrganisationId();
  return useSendings((file, onPercent) => uploadFile(organisationId, file, onPercent), options);
}

/** Files on their way to the server: each by itself, each with its progress and its refusal. */
export function useSendings(send: SendFile, { single = false, first = [] }: UploadOptions = {}): Uploads {
  const [items, setItems] = useState<readonly Upload[]>([]);
  const sendings = useRef(new Map<number, Sending>());
  const next = useRef(0);

  const change = (key: number, patch: Partial<Upload>) =>
    setItems((all) => all.map((one) => (one.key === key ? { ...one, ...patch } : one)));
  const remove = (key: number) => {
    sendings.current.get(key)?.stop();
    sendings.current.delete(key);
    setItems((all) => all.filter((one) => one.key !== key));
  };
  const add = (files: Iterable<File>) => {
    const taken = [...files].slice(0, single ? 1 : undefined);
    if (single && taken.length > 0) for (const key of sendings.current.keys()) remove(key);
    for (const file of taken) {
      const key = next.current++;
      setItems((all) => [
        ...all,
        { key, name: file.name, sizeBytes: file.size, percent: 0, stored: null, error: null },
      ]);
      const sending = send(file, (percent) => change(key, { percent }));
      sendings.current.set(key, sending);
      sending.stored.then(
        (stored) => change(key, { stored, percent: 100 }),
        (error: unknown) => change(key, { error }),
      );
    }
  };

  // What was dropped before the form opened is sent with it, and nothing goes on once the form is gone.
  const begin = useRef(() => add(first));
  useEffect(() => {
    const running = sendings.current;
    begin.current();
    return () => {
      for (const { stop } of running.values()) stop();
      running.clear();
      setItems([]);
    };
  }, []);

  return {
    items,
    add,
    remove,
    stored: items.flatMap(({ stored }) => (stored === null ? [] : [stored])),
    isSending: items.some(({ stored, error }) => stored === null && error === null),
  };
}
