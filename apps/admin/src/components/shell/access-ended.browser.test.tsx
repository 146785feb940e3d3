import { expect, it } from 'vitest';
import { page } from 'vitest/browser';
import { queryClient, trpc } from '../../trpc.ts';
import { Refusal, serve, SIGNED_IN } from '../../testing/serve.ts';
import { showAt } from '../../testing/show.tsx';

const [OWN] = SIGNED_IN.organisations;
const CLIENT = { ...OWN, id: 'org_2', name: '杭州示例星海网络有限公司', role: 'consultant' };

function serveTwo() {
  const open = { organisations: [OWN, CLIENT] };
  serve({
    'session.status': () => ({ ...SIGNED_IN, ...open }),
    'facts.questions': () => ({ items: [] }),
    'licences.list': () => ({ items: [], nextCursor: null }),
    'events.catalogue': () => ({ items: [] }),
    'events.list': () =>
      open.organisations.includes(CLIENT)
        ? { items: [], nextCursor: null }
        : new Refusal('not-found', '没有找到，或无权查看。'),
  });
  return open;
}

it('says that access has ended as soon as a call is refused, and never shows another company in its place', async () => {
  const open = serveTwo();
  await showAt('/licences', 'org_2');
  await expect.element(page.getByRole('heading', { name: '还没有许可证' })).toBeVisible();
  open.organisations = [OWN];
  await page.getByRole('link', { name: '触发事件' }).click();
  await expect.element(page.getByRole('heading', { name: '对“杭州示例星海网络有限公司”的访问已结束' })).toBeVisible();
  expect(page.getByText(OWN?.name ?? '').elements()).toHaveLength(0);
});

it('stays with its company when another tab goes to another one', async () => {
  serveTwo();
  await showAt('/licences', 'org_2');
  await expect.element(page.getByText('杭州示例星海网络有限公司').first()).toBeVisible();
  localStorage.setItem('zq-organisation', 'org_1');
  await queryClient.refetchQueries(trpc.session.pathFilter());
  await expect.element(page.getByText('杭州示例星海网络有限公司').first()).toBeVisible();
});
