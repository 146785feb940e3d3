import type { ReactNode } from 'react';
import './table.css';

export interface Column<Row> {
  key: string;
  title: string;
  /** null leaves the cell out on a phone. */
  cell: (row: Row) => ReactNode;
  /** Stands first on a phone and has no label there: what the row is about. */
  lead?: boolean;
  align?: 'start' | 'end';
  nowrap?: boolean;
}

interface TableProps<Row> {
  caption: string;
  columns: readonly Column<Row>[];
  rows: readonly Row[];
  rowKey: (row: Row) => string;
  foot?: ReactNode;
}

/** A plain table: real heads for screen readers and paper, cards on a phone. */
export function Table<Row>({ caption, columns, rows, rowKey, foot }: TableProps<Row>) {
  return (
    <>
      <div className="zq-table-frame">
        {/* The roles are written out because display:block on a phone takes a table's meaning away. */}
        <table className="zq-table" role="table">
          <caption className="zq-sr-only">{caption}</caption>
          <thead role="rowgroup">
            <tr role="row">
              {columns.map(({ key, title, align }) => (
                <th key={key} scope="col" role="columnheader" data-align={align}>
                  {title}
                </th>
              ))}
            </tr>
          </thead>
          <tbody role="rowgroup">
            {rows.map((row) => (
              <tr key={rowKey(row)} role="row">
                {columns.map(({ key, title, cell, lead, align, nowrap }) => {
                  const content = cell(row);
                  return (
                    <td
                      key={key}
                      role="cell"
                      data-label={title}
                      data-lead={lead}
                      data-align={align}
                      data-nowrap={nowrap}
                      data-empty={content === null}
                    >
                      <div className="zq-cell">{content}</div>
                    </td>
                  );
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {foot !== undefined && <div className="zq-table-foot">{foot}</div>}
    </>
  );
}
