import type { SameShape } from '../same-shape.ts';
import type { feed as zh } from '../zh/feed.ts';

/** Subscribed calendars. */
export const feed = {
  title: 'Calendar feeds',
  lead: 'See the deadlines of items in the calendar of your phone or computer, by a private address.',
  create: 'New calendar feed',
  delay: 'A calendar program may be up to 24 hours late',
  delayText:
    'How often it reads is up to the program. The dates here count: never rely on a subscribed calendar alone.',
  emptyTitle: 'No calendar feeds yet',
  emptyText: 'Make one and you get an address; in your calendar program choose “subscribe” or “add from URL”.',
  mine: 'Items assigned to me (all companies)',
  company: 'All items of {{company}}',
  language: 'Language of the calendar',
  column: { what: 'Holds', read: 'Last read', ends: 'Good until', act: 'Action' },
  neverRead: 'Not read yet',
  warn: 'Anybody who has the address can see the items in it: do not pass it on. An older address for the same ends at once.',
  onceTitle: 'The address is shown only now',
  once: 'Copy it now; it cannot be shown again, only made anew.',
  address: 'Address of the feed',
  how: 'In your calendar program choose “subscribe” or “add from URL” and paste it.',
  kept: 'I have saved it',
  revoke: 'End',
  revokeOf: 'End “{{name}}”',
  revokeTitle: 'End this calendar feed?',
  revokeText: 'Its address stops working at once; what a calendar shows already may stay until its next update.',
  revoked: 'Calendar feed ended',
} satisfies SameShape<typeof zh>;
