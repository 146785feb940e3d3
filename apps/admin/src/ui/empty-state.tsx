import type { ReactNode } from 'react';
import './empty-state.css';

interface EmptyStateProps {
  icon: ReactNode;
  title: string;
  /** Why there is nothing, and what to do. */
  text: string;
  action?: ReactNode;
}

export function EmptyState({ icon, title, text, action }: EmptyStateProps) {
  return (
    <div className="zq-empty">
      <div className="zq-empty-icon" aria-hidden>
        {icon}
      </div>
      <h2>{title}</h2>
      <p>{text}</p>
      {action !== undefined && <div className="zq-empty-action">{action}</div>}
    </div>
  );
}
