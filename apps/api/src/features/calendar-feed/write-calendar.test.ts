import fc from 'fast-check';
import ical from 'node-ical';
import { describe, expect, it } from 'vitest';
import { type CalendarEntry, type CalendarOptions, writeCalendar } from './write-calendar.ts';

const ENTRY: CalendarEntry = {
  uid: 'obl-1@zhengqi',
  sequence: 0,
  changedAt: '2026-11-23T12:00:00.000Z',
  summary: '延续申请截止｜甲公司',
  description: '条款 15.6\n法规原文已核对',
  url: 'https://zq.example/o/org_1/occurrences/occ_1',
  on: '2026-11-28',
  state: 'to-do',
};
const OPTIONS: CalendarOptions = { name: '许可证事项', language: 'zh', kind: 'event', alarms: false };
const write = (more: Partial<CalendarEntry> = {}, options: Partial<CalendarOptions> = {}) =>
  writeCalendar([{ ...ENTRY, ...more }], { ...OPTIONS, ...options });
/** Lines as they are meant, by the rule of RFC 5545 and no library. */
const unfolded = (text: string) => text.replaceAll('\r\n ', '').split('\r\n');

describe('a calendar, read by another library than the one that wrote it', () => {
  it('has due dates as whole days that make nobody busy (C1)', () => {
    const lines = unfolded(write());
    expect(lines).toContain('DTSTART;VALUE=DATE:20261128');
    expect(lines).toContain('DTEND;VALUE=DATE:20261129');
    expect(lines).toContain('TRANSP:TRANSPARENT');
    const event = ical.sync.parseICS(write())['obl-1@zhengqi'];
    expect(event).toMatchObject({
      type: 'VEVENT',
      datetype: 'date',
      summary: '延续申请截止｜甲公司',
      description: '条款 15.6\n法规原文已核对',
      status: 'CONFIRMED',
      transparency: 'TRANSPARENT',
    });
  });

  it('has moments in the zone of China, with the zone in it (C2)', () => {
    const text = write({ on: '2026-11-28T10:30:00+08:00' });
    expect(unfolded(text)).toContain('DTSTART;TZID=Asia/Shanghai:20261128T103000');
    expect(text).toContain('BEGIN:VTIMEZONE');
    expect(text).toContain('TZOFFSETTO:+0800');
    expect(text).toContain('DTSTART:19700101T000000');
    const event = ical.sync.parseICS(text)['obl-1@zhengqi'];
    expect(event?.type === 'VEVENT' && event.start.toISOString()).toBe('2026-11-28T02:30:00.000Z');
    expect(write()).not.toContain('VTIMEZONE');
  });

  it('says who it is, how often to look, and when an entry changed (C3, C5)', () => {
    const lines = unfolded(write({ sequence: 2 }));
    for (const line of [
      'VERSION:2.0',
      'CALSCALE:GREGORIAN',
      'METHOD:PUBLISH',
      'X-WR-CALNAME:许可证事项',
      'NAME:许可证事项',
      'REFRESH-INTERVAL;VALUE=DURATION:PT6H',
      'X-PUBLISHED-TTL:PT6H',
      'UID:obl-1@zhengqi',
      'SEQUENCE:2',
      'DTSTAMP:20261123T120000Z',
      'LAST-MODIFIED:20261123T120000Z',
      'URL:https://zq.example/o/org_1/occurrences/occ_1',
    ])
      expect(lines).toContain(line);
    expect(lines.some((line) => line.startsWith('COLOR:'))).toBe(true);
  });

  it('marks what is gone (C4), and rings only when asked (C6)', () => {
    expect(write({ state: 'cancelled' })).toContain('STATUS:CANCELLED');
    expect(write()).not.toContain('VALARM');
    const alarm = unfolded(write({}, { alarms: true }));
    expect(alarm).toContain('TRIGGER:-PT15H');
    expect(write({ state: 'done' }, { alarms: true })).not.toContain('VALARM');
  });

  it('has tasks instead of events when asked (C7)', () => {
    const text = write({ state: 'done' }, { kind: 'todo' });
    expect(text).not.toContain('VEVENT');
    expect(ical.sync.parseICS(text)['obl-1@zhengqi']).toMatchObject({ type: 'VTODO', status: 'COMPLETED' });
    expect(unfolded(text)).toContain('DUE;VALUE=DATE:20261128');
  });

  it('whatever people typed: lines of 75 octets at most that end in CRLF, no character cut, and the words come back (C8)', () => {
    const words = fc.oneof(
      fc.string({ unit: 'grapheme', maxLength: 200 }),
      fc
        .array(
          fc.constantFrom(
            '证',
            '期',
            'é',
            '😀',
            ',',
            ';',
            '\\',
            '\n',
            '\r\n',
            ':',
            '"',
            'BEGIN:VEVENT',
            '\u0000',
            '\u2028',
          ),
          { maxLength: 80 },
        )
        .map((parts) => parts.join('')),
    );
    fc.assert(
      fc.property(words, words, words, (summary, description, name) => {
        const text = write({ summary, description }, { name });
        const bytes = Buffer.from(text);
        expect(bytes.toString()).toBe(text);
        const lines = text.split('\r\n');
        expect(lines.pop()).toBe('');
        for (const line of lines) {
          expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
          expect(line).not.toMatch(/[\r\n\ufffd]/);
          expect(line.isWellFormed()).toBe(true);
        }
        expect(lines.filter((line) => line === 'BEGIN:VEVENT')).toHaveLength(1);
        const clean = (value: string) =>
          value.replaceAll(/\r\n?/g, '\n').replaceAll(/(?!\n)[\p{Cc}\p{Zl}\p{Zp}]/gu, ' ');
        const undo = (value = '') => value.replaceAll(/\\(.)/g, (_, c: string) => (c === 'n' ? '\n' : c));
        const valueOf = (key: string) =>
          undo(
            unfolded(text)
              .find((line) => line.startsWith(`${key}:`))
              ?.slice(key.length + 1),
          );
        expect(valueOf('SUMMARY')).toBe(clean(summary).replaceAll('\n', ' '));
        expect(valueOf('DESCRIPTION')).toBe(clean(description));
        expect(valueOf('X-WR-CALNAME')).toBe(clean(name).replaceAll('\n', ' '));
        expect(Object.values(ical.sync.parseICS(text)).filter((one) => one?.type === 'VEVENT')).toHaveLength(1);
      }),
      { numRuns: 300 },
    );
  });
});
