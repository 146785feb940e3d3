import { Fragment, type ReactNode } from 'react';
import './details-list.css';

export interface Detail {
  label: string;
  value: ReactNode;
}

/** Names and values, as a description list. */
export function DetailsList({ items }: { items: readonly Detail[] }) {
  return (
    <dl className="zq-details">
      {items.map(({ label, value }) => (
        <Fragment key={label}>
          <dt>{label}</dt>
          <dd>{value}</dd>
        </Fragment>
      ))}
    </dl>
  );
}
