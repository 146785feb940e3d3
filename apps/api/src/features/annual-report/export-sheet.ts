import { utils, write } from '@e965/xlsx';
import type { z } from 'zod';
import type { TenantContext } from '../../context.ts';
import { viewFillSheet } from './fill-sheet.ts';
import type { ExportedSheet, FillSheetView } from './schemas.ts';

const HEADER = ['项目 / Item', '内容 / Value', '单位 / Unit', '来源 / Source', '公示 / Disclosure', '状态 / State'];
const DISCLOSURE = { public: '公示', 'by-choice': '企业选择', 'not-public': '不公示', unknown: '未知' } as const;
const STATE = { filled: '已填', 'to-confirm': '待确认', missing: '缺' } as const;
/** What a spreadsheet allows as the name of a sheet. */
const FORBIDDEN = /[\\/?*[\]:]/g;
const LONGEST_NAME = 31;

/** The fill sheet as a workbook: one sheet for each form. Values are text and numbers, never formulas. */
export async function exportSheet(ctx: TenantContext, raw: unknown): Promise<z.infer<typeof ExportedSheet>> {
  const { sections, licence, year } = await viewFillSheet(ctx, raw);
  const book = utils.book_new();
  for (const section of sections) {
    const sheet = utils.aoa_to_sheet([HEADER, ...section.rows.map(cellsOf)]);
    utils.book_append_sheet(book, sheet, nameOf(section), true);
  }
  const bytes: Uint8Array = write(book, { type: 'buffer', bookType: 'xlsx' });
  return {
    fileName: `年报填报表-${licence.number ?? '许可证'}-${year}.xlsx`,
    base64: Buffer.from(bytes).toString('base64'),
  };
}

type Section = FillSheetView['sections'][number];

function cellsOf({ label, value, unit, source, disclosure, state }: Section['rows'][number]) {
  const shown = Array.isArray(value) ? value.join('；') : typeof value === 'boolean' ? (value ? '是' : '否') : value;
  return [label.zh, shown ?? '', unit?.zh ?? '', source ?? '', DISCLOSURE[disclosure], STATE[state]];
}

function nameOf({ name, of }: Section): string {
  return `${name.zh}${of === null ? '' : ` ${of}`}`.replace(FORBIDDEN, ' ').slice(0, LONGEST_NAME);
}
