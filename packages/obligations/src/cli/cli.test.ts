import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { publishedFiles } from '../../scripts/published-schemas.ts';
import { run } from './main.ts';
import { PUBLISHED_SHAPES } from './shapes.ts';

const root = path.join(import.meta.dirname, '../../../..');
const sample = (name: string) => path.join(root, 'samples', name);
const folder = mkdtempSync(path.join(os.tmpdir(), 'obligations-cli-'));
afterAll(() => rmSync(folder, { recursive: true }));

function file(name: string, content: string | Uint8Array): string {
  const place = path.join(folder, name);
  writeFileSync(place, content);
  return place;
}

async function cli(...argv: string[]) {
  let out = '';
  let err = '';
  const code = await run(
    argv,
    (text) => {
      out += text;
    },
    (text) => {
      err += text;
    },
  );
  return { code, out, err };
}

describe('command line', () => {
  it('publishes every shape with an example, and the files in docs are up to date', async () => {
    const files = await publishedFiles();
    for (const [name, shape] of Object.entries(PUBLISHED_SHAPES)) {
      shape.parse(JSON.parse(files[`${name}.example.json`] ?? ''));
    }
    for (const [name, content] of Object.entries(files)) {
      const place = path.join(root, 'docs/schemas', name);
      expect(
        existsSync(place) && readFileSync(place, 'utf8') === content,
        `${name}: run scripts/generate-schemas.ts`,
      ).toBe(true);
    }
  });

  it('reads a licence: 28 provisions, numbered as printed and as in the rulebook', async () => {
    const { code, out } = await cli('read', sample('information-services.txt'), '--json');
    expect(code).toBe(0);
    const { provisions } = JSON.parse(out);
    expect(provisions).toHaveLength(28);
    expect(provisions).toContainEqual(expect.objectContaining({ ref: '十五（六）', key: '15.6', matched: true }));
  });

  it('counts the worked cases of the table', async () => {
    const due = async (...args: string[]) => JSON.parse((await cli('deadline', ...args, '--json')).out);
    expect(await due('--from', '2025-12-24', '--days-before', '90')).toMatchObject({
      nominalOn: '2025-09-25',
      dueOn: '2025-09-25',
      actBy: '2025-09-24',
    });
    expect(await due('--from', '2026-09-01', '--days', '30')).toMatchObject({
      nominalOn: '2026-10-01',
      dueOn: '2026-10-08',
    });
    expect(await due('--from', '2026-09-18', '--working-days', '10')).toMatchObject({
      dueOn: '2026-10-09',
      actBy: '2026-10-09',
    });
    expect(await due('--from', '2026-02-28T23:30:00+08:00', '--hours', '4')).toMatchObject({
      dueAt: '2026-03-01T03:30:00+08:00',
    });
  });

  it('finds a clause by its printed reference', async () => {
    const { out } = await cli('rulebook', '十五（六）', '--json');
    expect(JSON.parse(out).duties.map((duty: { clause: string }) => duty.clause)).toEqual(['15.6a', '15.6b', '15.6c']);
  });

  it('says every command in clear text, in Chinese and in English', async () => {
    const schedule = ['schedule', sample('information-services.txt'), '--as-of', '2026-11-24', '--until', '2027-12-31'];
    for (const argv of [
      ['read', sample('information-services.txt')],
      schedule,
      ['number', '苏B2-20201234'],
      ['uscc', '91110000802100433B'],
      ['rulebook'],
      ['rulebook', '9b'],
      ['staffing', sample('roster.json'), '--on', '2026-11-24', '--until', '2027-12-31'],
      ['deadline', '--from', '2026-09-01', '--days', '30'],
    ]) {
      const zh = await cli(...argv);
      const en = await cli(...argv, '--lang', 'en');
      expect([zh.code, en.code, zh.err, en.err]).toEqual([0, 0, '', '']);
      expect(zh.out).toMatch(/[一-鿿]/);
      expect(en.out).not.toBe(zh.out);
    }
  });

  it.each([
    ['a filing number instead of a licence number', ['number', '苏ICP备12345678号'], '备案'],
    ['an unknown command', ['fly'], 'fly'],
    ['an unknown option', ['number', '苏B2-20201234', '--colour'], '--colour'],
    ['a missing file', ['read', '/nowhere/licence.txt'], '/nowhere/licence.txt'],
    ['30 February', ['deadline', '--from', '2026-02-30', '--days', '3'], '2026-02-30'],
    ['two kinds of period', ['deadline', '--from', '2026-02-03', '--days', '3', '--working-days', '3'], '--days'],
    [
      'a horizon before the as-of day',
      ['schedule', sample('information-services.txt'), '--as-of', '2026-11-24', '--until', '2026-11-23'],
      '--until',
    ],
    ['an unknown clause', ['rulebook', '99z'], '99z'],
    ['a roster without a day', ['staffing', sample('roster.json')], '--on'],
    [
      'gaps before the day looked at',
      ['staffing', sample('roster.json'), '--on', '2026-11-24', '--until', '2026-11-23'],
      '--until',
    ],
  ])('answers %s with exit code 2 and one clear line', async (_, argv, named) => {
    const { code, out, err } = await cli(...argv);
    expect(code).toBe(2);
    expect(out).toBe('');
    expect(err.trim().split('\n')).toHaveLength(1);
    expect(err).toContain(named);
  });

  it('names the place of a bad fact or event', async () => {
    const schedule = (...more: string[]) =>
      cli('schedule', sample('information-services.txt'), '--as-of', '2026-11-24', '--until', '2027-12-31', ...more);
    const facts = await schedule('--facts', file('facts.json', '{"has_website": "yes"}'));
    expect(facts).toMatchObject({ code: 2, out: '' });
    expect(facts.err).toContain('facts.has_website');
    const events = await schedule(
      '--events',
      file('events.json', '[{"id":"a","type":"registered-data-changed","on":"2026-02-30","change":"address"}]'),
    );
    expect(events.err).toContain('events[0].on');
    expect((await schedule('--facts', file('broken.json', '{'))).err).toContain('broken.json');
  });

  it('shows the gap that a contract of the sample roster will leave, before it does', async () => {
    const { out } = await cli(
      'staffing',
      sample('roster.json'),
      ...[
        '--licence',
        sample('cross-regional.txt'),
        '--facts',
        file('staff-facts.json', '{"provinces_operating":["苏"]}'),
      ],
      ...['--on', '2026-11-24', '--until', '2027-12-31', '--json'],
    );
    const { results, gaps } = JSON.parse(out);
    expect(results.map((result: { check: string }) => result.check)).toContain('S25');
    expect(gaps).toContainEqual(
      expect.objectContaining({ key: 'staffing|S12|company|2027-04-01', mark: 'P', asLaw: false }),
    );
  });

  it('names the place of a bad roster or parameter', async () => {
    const staffing = (roster: string, ...more: string[]) =>
      cli('staffing', file('roster.json', roster), '--on', '2026-11-24', ...more);
    expect((await staffing('{"people":[{"id":"p1"}]}')).err).toContain('roster.people[0].name');
    expect((await staffing('{"kept":{"posts":"2026-02-30"}}')).err).toContain('roster.kept.posts');
    const parameters = file('parameters.json', '[{"key":"insured-staff","province":null,"value":3,"setBy":"company"}]');
    expect((await staffing('{}', '--parameters', parameters)).err).toContain('parameters[0].source');
  });

  it.each([
    ['empty', '', '空'],
    ['binary', new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 1, 2]), 'binary'],
    ['too large', new Uint8Array(6 * 1024 * 1024), '5MB'],
  ])('refuses a document that is %s', async (name, content, named) => {
    const { code, out, err } = await cli('read', file(name, content));
    expect(code).toBe(2);
    expect(out).toBe('');
    expect(err).toContain(named);
  });
});
