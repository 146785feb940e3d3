import type { LinkProps } from '@tanstack/react-router';

/** Something the palette leads to: a page here, or another organisation. */
export type Entry = { id: string; label: string; detail: string } & (
  | { link: LinkProps; organisation?: never }
  | { link?: never; organisation: string }
);

export interface EntryGroup {
  title: string;
  entries: Entry[];
}
