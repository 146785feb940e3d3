import { expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { serve, SIGNED_IN } from '../../testing/serve.ts';
import { showAt } from '../../testing/show.tsx';

const [OWN] = SIGNED_IN.organisations;
const DUTIES = [
  { id: 'd1', clause: '15.6', title: { zh: '延续申请', en: 'Renewal' } },
  { id: 'd2', clause: '12', title: { zh: '年报', en: 'Annual report' } },
];

async function open(typed: string) {
  serve({
    'session.status': () => ({
      ...SIGNED_IN,
      organisations: [OWN, { ...OWN, id: 'org_2', name: '重庆示例千里网络有限公司', uscc: '91500199MA0YX0112M' }],
    }),
    'facts.questions': () => ({ items: [] }),
    'licences.list': () => ({ items: [], nextCursor: null }),
    'rulebook.overview': () => ({ duties: DUTIES }),
  });
  await showAt('/licences');
  await page.getByRole('button', { name: '搜索或跳转' }).click();
  await page.getByRole('combobox', { name: '搜索或跳转' }).fill(typed);
}

const options = () =>
  page
    .getByRole('option')
    .elements()
    .map((element) => element.querySelector('span')?.textContent);

it('finds a clause by its number in characters, without brackets', async () => {
  await open('十五六');
  await expect.poll(options).toEqual(['十五（六）']);
});

it('finds another company by pinyin or credit code', async () => {
  await open('cqsl');
  await expect.poll(options).toEqual(['重庆示例千里网络有限公司']);
  await page.getByRole('combobox', { name: '搜索或跳转' }).fill('91500199');
  await expect.poll(options).toEqual(['重庆示例千里网络有限公司']);
});

it('leads to the pages that administer the organisation', async () => {
  await open('组织');
  await expect.poll(options).toEqual(['组织设置']);
  await page.getByRole('combobox', { name: '搜索或跳转' }).fill('导出与删除');
  await expect.poll(options).toEqual(['导出与删除']);
  await userEvent.keyboard('{Escape}');
});
