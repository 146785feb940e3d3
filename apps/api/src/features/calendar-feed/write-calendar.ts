import { addDays, civilDate } from '@zhengqi/obligations';
import ICAL from 'ical.js';

/** One item of a calendar. */
export interface CalendarEntry {
  /** For ever the same. */
  uid: string;
  /** How often its dates were changed. */
  sequence: number;
  changedAt: string;
  summary: string;
  description: string;
  url: string | null;
  /** A day, or a moment as `2026-11-24T10:00:00+08:00`. */
  on: string;
  state: 'to-do' | 'done' | 'cancelled';
}

export interface CalendarOptions {
  name: string;
  language: 'zh' | 'en';
  /** Events for the calendar, or tasks for programs that know them. */
  kind: 'event' | 'todo';
  alarms: boolean;
}

/** jCal (RFC 7265): name, parameters, type, value. */
type Property = [name: string, parameters: Record<string, string>, type: string, value: string | number];
type Component = [name: string, properties: Property[], components: Component[]];

const ZONE = 'Asia/Shanghai';
/** China has one zone and no summer time: eight hours ahead, all year. */
const TIME_ZONE: Component = [
  'vtimezone',
  [text('tzid', ZONE)],
  [
    [
      'standard',
      [
        ['dtstart', {}, 'date-time', '1970-01-01T00:00:00'],
        ['tzoffsetfrom', {}, 'utc-offset', '+08:00'],
        ['tzoffsetto', {}, 'utc-offset', '+08:00'],
        text('tzname', 'CST'),
      ],
      [],
    ],
  ],
];
/** How often programs are asked to look again. They look when they like: up to a day later. */
const REFRESH = 'PT6H';

// The library leaves the blank before a continued line out of its count; a line has 75 octets with it (RFC 5545, 3.1).
ICAL.foldLength = 74;

/** Writes a calendar (RFC 5545). The same entries give the same text. */
export function writeCalendar(entries: readonly CalendarEntry[], options: CalendarOptions): string {
  const { name, language, kind, alarms } = options;
  const head: Property[] = [
    text('version', '2.0'),
    text('prodid', `-//Zhengqi//Licence Calendar//${language.toUpperCase()}`),
    text('calscale', 'GREGORIAN'),
    text('method', 'PUBLISH'),
    unknown('name', name),
    unknown('x-wr-calname', name),
    unknown('x-wr-timezone', ZONE),
    ['refresh-interval', {}, 'duration', REFRESH],
    unknown('x-published-ttl', REFRESH),
    unknown('color', 'steelblue'),
  ];
  const items = entries.map((entry) => (kind === 'todo' ? todo(entry) : event(entry, alarms)));
  const zone = entries.some(({ on }) => isMoment(on)) ? [TIME_ZONE] : [];
  return `${ICAL.stringify(['vcalendar', head, [...zone, ...items]])}\r\n`;
}

function event(entry: CalendarEntry, alarms: boolean): Component {
  const start = point('dtstart', entry.on);
  // The day after: the end is not part of it.
  const end: Property[] = isMoment(entry.on) ? [] : [point('dtend', addDays(civilDate(entry.on), 1))];
  const status = entry.state === 'cancelled' ? 'CANCELLED' : 'CONFIRMED';
  const properties = [...common(entry), start, ...end, text('status', status), text('transp', 'TRANSPARENT')];
  return ['vevent', properties, alarms && entry.state === 'to-do' ? [alarm(entry)] : []];
}

function todo(entry: CalendarEntry): Component {
  const status = { 'to-do': 'NEEDS-ACTION', done: 'COMPLETED', cancelled: 'CANCELLED' }[entry.state];
  return ['vtodo', [...common(entry), point('due', entry.on), text('status', status)], []];
}

/** At nine in the morning of the day before, or two hours before a moment. */
function alarm({ on, summary }: CalendarEntry): Component {
  const trigger: Property = ['trigger', {}, 'duration', isMoment(on) ? '-PT2H' : '-PT15H'];
  return ['valarm', [text('action', 'DISPLAY'), text('description', oneLine(summary)), trigger], []];
}

function common({ uid, sequence, changedAt, summary, description, url }: CalendarEntry): Property[] {
  const stamp = `${new Date(changedAt).toISOString().slice(0, 19)}Z`;
  return [
    text('uid', uid),
    ['sequence', {}, 'integer', sequence],
    ['dtstamp', {}, 'date-time', stamp],
    ['last-modified', {}, 'date-time', stamp],
    text('summary', oneLine(summary)),
    text('description', withoutControls(description)),
    ...(url === null ? [] : [['url', {}, 'uri', url] satisfies Property]),
  ];
}

/** A day as a day, a moment in the zone of China. */
function point(name: string, on: string): Property {
  return isMoment(on) ? [name, { tzid: ZONE }, 'date-time', on.slice(0, 19)] : [name, {}, 'date', on];
}

const isMoment = (on: string): boolean => on.includes('T');

function text(name: string, value: string): Property {
  return [name, {}, 'text', value];
}

/** Names that the library does not know are written as they are, so they are escaped here. */
function unknown(name: string, value: string): Property {
  return [name, {}, 'unknown', oneLine(value).replaceAll(/[\\;,]/g, String.raw`\$&`)];
}

const oneLine = (value: string): string => withoutControls(value).replaceAll('\n', ' ');
/** Of what people type, nothing may end a line of the file. */
const withoutControls = (value: string): string =>
  value.replaceAll(/\r\n?/g, '\n').replaceAll(/(?!\n)[\p{Cc}\p{Zl}\p{Zp}]/gu, ' ');
