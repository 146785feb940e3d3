import { describe, expect, it } from 'vitest';
import { PROVINCES } from '../../licence/provinces.ts';
import { lawById } from '../../rulebook/laws.ts';
import { WORKFLOWS } from '../workflows/index.ts';
import { BASE_LISTS } from './base-lists.ts';
import { materialList, missingMaterials } from './material-list.ts';
import { Material, MaterialAct, MaterialOverride } from './model.ts';
import { PROVINCIAL_PRACTICE } from './provinces.ts';

const material = {
  name: { zh: '服务器托管协议', en: 'Hosting agreement' },
  need: 'always',
  condition: null,
  from: 'client',
  file: true,
  remark: null,
} as const;
const because = {
  why: { zh: '上次被要求', en: 'Asked for last time' },
  source: { zh: '本所经验', en: 'Our experience' },
};
const own = (change: MaterialOverride['change'], id: string, act: MaterialOverride['act'] = 'renewal') =>
  MaterialOverride.parse({ act, change, id, ...because, mark: 'P', ...(change === 'leave-out' ? {} : { material }) });

describe('the lists as data', () => {
  it.each(MaterialAct.options)('%s: every line is complete and unique; a condition says when', (act) => {
    const { materials, mark, sources } = BASE_LISTS[act];
    expect(materials.map((line) => Material.parse(line))).toEqual(materials);
    expect(new Set(materials.map(({ id }) => id)).size).toBe(materials.length);
    expect(materials.filter(({ need, condition }) => (need === 'if') !== (condition !== null))).toEqual([]);
    expect(sources.every(({ law }) => lawById(law) !== undefined)).toBe(true);
    // Practice is never shown as law: only the list for a new licence was seen in the measures.
    expect(mark).toBe(act === 'new' ? 'E' : 'P');
  });

  it('a new licence asks for the nine kinds of article 8, the prior approvals only where needed', () => {
    const items = materialList('new', null).items;
    expect(items.filter(({ need }) => need === 'always')).toHaveLength(9);
    expect(items.filter(({ need }) => need === 'if').map(({ id }) => id)).toEqual(['prior-approvals']);
  });

  it('who signs is said only where the measures say so', () => {
    const signed = MaterialAct.options.filter((act) =>
      BASE_LISTS[act].materials.some(({ remark }) => remark?.en.startsWith('Signed')),
    );
    expect(signed).toEqual(['new']);
  });

  it('provinces exist, their overrides are valid and change something', () => {
    for (const { prefix, overrides } of PROVINCIAL_PRACTICE) {
      expect(PROVINCES.some((province) => province.prefix === prefix)).toBe(true);
      expect(overrides.map((override) => MaterialOverride.parse(override))).toEqual(overrides);
      for (const act of MaterialAct.options) expect(materialList(act, prefix).idle).toEqual([]);
    }
  });

  it('every workflow with material names a list', () => {
    const named = WORKFLOWS.flatMap(({ materials }) => (materials === null ? [] : [materials]));
    expect(named.filter((act) => !MaterialAct.safeParse(act).success)).toEqual([]);
  });
});

describe('the merged list', () => {
  it('is the base list where nothing else is known', () => {
    expect(materialList('renewal', '藏').items.map(({ id }) => id)).toEqual(
      BASE_LISTS.renewal.materials.map(({ id }) => id),
    );
  });

  it('adds what a province asks for, marked as its practice', () => {
    const added = materialList('renewal', '粤').items.filter(({ origin }) => origin === 'province');
    expect(added.map(({ id, mark }) => [id, mark])).toEqual([
      ['articles', 'P'],
      ['site-screenshots', 'P'],
      ['access-agreement', 'P'],
    ]);
  });

  it('the tenant’s own line prevails over the province and carries its own source', () => {
    const list = materialList('renewal', '粤', [own('replace', 'articles'), own('add', 'hosting')]);
    expect(list.items.find(({ id }) => id === 'articles')).toMatchObject({ origin: 'own', changedBecause: because });
    expect(list.items.at(-1)).toMatchObject({ id: 'hosting', origin: 'own' });
  });

  it('a line left out stays visible with reason and source, and comes back when it is added again', () => {
    const without = materialList('renewal', null, [own('leave-out', 'resolution')]);
    expect(without.items.some(({ id }) => id === 'resolution')).toBe(false);
    expect(without.leftOut).toMatchObject([{ item: { id: 'resolution', origin: 'base' }, by: 'own', ...because }]);
    const back = materialList('renewal', null, [own('leave-out', 'resolution'), own('add', 'resolution')]);
    expect(back.leftOut).toEqual([]);
    expect(back.items.some(({ id }) => id === 'resolution')).toBe(true);
  });

  it('an override that hits nothing is reported, one for another act is none of its business', () => {
    const stray = own('replace', 'no-such-line');
    expect(materialList('renewal', null, [stray, own('leave-out', 'resolution', 'cancellation')])).toMatchObject({
      idle: [stray],
      leftOut: [],
    });
  });

  it('refuses own overrides without a source, without the material, or marked as statute', () => {
    const good = own('add', 'hosting');
    expect(MaterialOverride.safeParse(good).success).toBe(true);
    expect(MaterialOverride.safeParse({ ...good, source: undefined }).success).toBe(false);
    expect(MaterialOverride.safeParse({ ...good, material: undefined }).success).toBe(false);
    expect(MaterialOverride.safeParse({ ...good, mark: 'V' }).success).toBe(false);
  });

  it('misses what is neither received nor set aside', () => {
    const list = materialList('name-change', null);
    const missing = missingMaterials(list, [
      { materialId: 'resolution', status: 'received' },
      { materialId: 'telecom-licence', status: 'not-needed' },
      { materialId: 'application-form', status: 'asked' },
    ]);
    expect(missing.map(({ id }) => id)).toEqual(['application-form', 'new-business-licence', 'register-change-notice']);
  });
});
