import { execFileSync } from 'node:child_process';
import type { Figure } from './measure.ts';

// Every date library in the baseline reads the zone of the process; the product itself never does.
process.env['TZ'] = 'Asia/Shanghai';

/** Benches by group; each runs in a process of its own, so that one does not warm or fill the other's memory. */
const GROUPS: Readonly<Record<string, () => Promise<Figure[]>>> = {
  schedule: async () => (await import('./schedule.ts')).scheduleBenches(),
  stream: async () => (await import('./stream.ts')).streamBench(),
  'read-document': async () => (await import('./read-document.ts')).readDocumentBench(),
  staffing: async () => (await import('./staffing.ts')).staffingBenches(),
  'nightly-roll': async () => (await import('./nightly-roll.ts')).nightlyRollBench(),
  campaign: async () => (await import('./campaign.ts')).campaignBenches(),
  tenancy: async () => (await import('./tenancy.ts')).tenancyBenches(),
  enumeration: async () => (await import('./enumeration.ts')).enumerationBenches(),
  start: async () => (await import('./start.ts')).startBench(),
};

const args = process.argv.slice(2);
const group = args.find((arg) => arg.startsWith('--group='))?.slice('--group='.length);
if (group !== undefined) {
  const bench = GROUPS[group];
  if (bench === undefined) throw new Error(`no bench group ${group}; there are ${Object.keys(GROUPS).join(', ')}`);
  process.stdout.write(JSON.stringify(await bench()));
} else {
  const names = args.filter((arg) => !arg.startsWith('--'));
  const figures = (names.length > 0 ? names : Object.keys(GROUPS)).flatMap(runApart);
  process.stdout.write(args.includes('--json') ? `${JSON.stringify(figures, null, 2)}\n` : table(figures));
}

function runApart(name: string): Figure[] {
  if (!args.includes('--json')) process.stderr.write(`${name} …\n`);
  const output = execFileSync(process.execPath, [import.meta.filename, `--group=${name}`], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  return JSON.parse(output) as Figure[];
}

function table(figures: readonly Figure[]): string {
  const rows = [
    ['bench', 'value', 'unit', 'target', 'holds'],
    ...figures.map(({ name, value, unit, target, holds }) => [
      name,
      String(value),
      unit,
      target,
      holds === null ? '' : holds ? 'yes' : 'NO',
    ]),
  ];
  const widths = rows[0]?.map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0))) ?? [];
  return `${rows
    .map((row) =>
      row
        .map((cell, i) => cell.padEnd(widths[i] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n')}\n`;
}
