import { readFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import { run } from '../src/cli/main.ts';
import { PUBLISHED_SHAPES } from '../src/cli/shapes.ts';

const root = path.join(import.meta.dirname, '../../..');
const sample = path.join(root, 'samples/information-services.txt');
const roster = path.join(root, 'samples/roster.json');
const inputs = path.join(import.meta.dirname, 'examples');

/** Command lines whose output is the example of a shape. */
const EXAMPLES: Readonly<Record<string, readonly string[]>> = {
  read: ['read', sample],
  schedule: [
    'schedule',
    sample,
    '--as-of',
    '2026-11-24',
    '--until',
    '2027-12-31',
    '--facts',
    path.join(inputs, 'facts.json'),
    '--events',
    path.join(inputs, 'events.json'),
  ],
  deadline: ['deadline', '--from', '2026-09-18', '--working-days', '10'],
  number: ['number', '苏B2-20201234'],
  uscc: ['uscc', '91110000802100433B'],
  rulebook: ['rulebook', '12b'],
  staffing: [
    'staffing',
    roster,
    '--licence',
    sample,
    '--facts',
    path.join(inputs, 'facts.json'),
    '--parameters',
    path.join(inputs, 'parameters.json'),
    '--on',
    '2026-11-24',
    '--until',
    '2027-12-31',
  ],
};

/** Every file of docs/schemas by name: a schema and an example for each shape. */
export async function publishedFiles(): Promise<Record<string, string>> {
  const files: Record<string, string> = {};
  for (const [name, shape] of Object.entries(PUBLISHED_SHAPES)) {
    const schema = z.toJSONSchema(shape, { target: 'draft-2020-12', reused: 'ref' });
    files[`${name}.schema.json`] = `${JSON.stringify({ title: name, ...schema }, null, 2)}\n`;
    files[`${name}.example.json`] = await exampleOf(name);
  }
  return files;
}

async function exampleOf(name: string): Promise<string> {
  const command = EXAMPLES[name];
  if (name === 'roster') return readFileSync(roster, 'utf8');
  if (command === undefined) return readFileSync(path.join(inputs, `${name}.json`), 'utf8');
  let output = '';
  const code = await run(
    [...command, '--json'],
    (text) => {
      output += text;
    },
    (text) => {
      output += text;
    },
  );
  if (code !== 0) throw new Error(`${name}: ${output}`);
  return output;
}
