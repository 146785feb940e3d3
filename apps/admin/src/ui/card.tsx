import { type ReactNode, useId } from 'react';
import './card.css';

interface CardProps {
  title?: string;
  /** Names the section for screen readers where no heading does. */
  label?: string;
  busy?: boolean;
  note?: ReactNode;
  extra?: ReactNode;
  /** Content reaches the edges: tables and lists of rows. */
  flush?: boolean;
  children: ReactNode;
}

/** A flat section of a page, named by its heading. */
export function Card({ title, label, note, extra, flush = false, busy = false, children }: CardProps) {
  const id = useId();
  return (
    <section
      className="zq-card"
      data-flush={flush}
      aria-label={label}
      aria-labelledby={title === undefined ? undefined : id}
      aria-busy={busy}
    >
      {title !== undefined && (
        <div className="zq-card-head">
          <div>
            <h2 id={id}>{title}</h2>
            {note !== undefined && <div className="zq-card-note">{note}</div>}
          </div>
          {extra}
        </div>
      )}
      {children}
    </section>
  );
}
