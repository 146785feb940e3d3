import { type Licence, readLicenceDocument } from '@zhengqi/obligations';
import { useState } from 'react';
import { expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { serve } from '../../../testing/serve.ts';
import { showPart } from '../../../testing/show.tsx';
import { type Preview, ReviewStep } from './review-step.tsx';

const TEXT = `增值电信业务经营许可证
经营许可证编号: 苏B2-20209901
公司名称: 江苏示例云桥信息技术有限公司
法定代表人: 示例甲
业务种类: 信息服务业务(仅限互联网信息服务)
发证日期: 2020年12月22日
有效期至: 2025年12月22日
`;

function preview(text = TEXT): Preview {
  const reading = readLicenceDocument(text);
  const { fields: _, ...licence } = reading.licence;
  return {
    document: { text, encoding: 'utf-8', sha256: '0'.repeat(64), sizeBytes: 400 },
    reading: reading as Preview['reading'],
    licence,
    problems: [],
    knownLicenceId: null,
  };
}

function Form({ preview: given }: { preview: Preview }) {
  const [licence, setLicence] = useState<Licence>(given.licence);
  return <ReviewStep preview={given} licence={licence} onChange={setLicence} refused={[]} bar={null} />;
}

it('leads from a field to its place in the document', async () => {
  serve({});
  await showPart(<Form preview={preview()} />);
  const field = page.getByLabelText('有效期至');
  await expect.element(field).toHaveValue('2025-12-22');
  await page.getByRole('button', { name: '第 7 行' }).click();
  await expect.poll(() => document.querySelector('mark[data-active="true"]')?.textContent).toBe('2025年12月22日');
});

it('leads from a place in the document to its field', async () => {
  serve({});
  await showPart(<Form preview={preview()} />);
  await page.getByRole('tab', { name: /发现/ }).click();
  await page.getByText('示例甲', { exact: true }).click();
  await expect.element(page.getByRole('tab', { name: '登记内容' })).toHaveAttribute('aria-selected', 'true');
  const row = () => document.querySelector('.zq-field[data-active="true"]');
  await expect.poll(() => row()?.textContent).toContain('法定代表人');
});

it('marks a correction, carries the number over to what follows from it, and goes back to the reading', async () => {
  serve({});
  await showPart(<Form preview={preview()} />);
  const number = page.getByLabelText('许可证编号');
  await expect.element(page.getByLabelText('受理机关（实际）')).toHaveValue('江苏省通信管理局');
  await number.fill('浙B2-20209901');
  await userEvent.tab();
  await expect.element(page.getByLabelText('受理机关（实际）')).toHaveValue('浙江省通信管理局');
  await page.getByRole('button', { name: '恢复读数' }).first().click();
  await expect.element(number).toHaveValue('苏B2-20209901');
  await expect.element(page.getByLabelText('受理机关（实际）')).toHaveValue('江苏省通信管理局');
});

it('says beside the field what does not fit', async () => {
  serve({});
  await showPart(<Form preview={preview()} />);
  const validTo = page.getByLabelText('有效期至');
  await validTo.fill('2019-12-22');
  await userEvent.keyboard('{Enter}');
  await expect.element(page.getByText(/不晚于发证日期/)).toBeVisible();
});

it('says beside the field what the reader could not make of the print, until it is corrected', async () => {
  serve({});
  await showPart(<Form preview={preview(TEXT.replace('2020年12月22日', '2020年2月30日'))} />);
  await expect.element(page.getByText(/日历上没有 2020-02-30 这一天/)).toBeVisible();
  await page.getByLabelText('发证日期').fill('2020-12-22');
  await userEvent.keyboard('{Enter}');
  await expect.element(page.getByText(/日历上没有 2020-02-30 这一天/)).not.toBeInTheDocument();
});
