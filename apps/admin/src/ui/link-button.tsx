import type { ReactNode } from 'react';
import './link-button.css';

interface LinkButtonProps {
  onClick: () => void;
  label?: string;
  children: ReactNode;
}

/** Looks like a link and goes where no address of this organisation leads: into another one. */
export function LinkButton({ onClick, label, children }: LinkButtonProps) {
  return (
    <button type="button" className="zq-link-button" aria-label={label} onClick={onClick}>
      {children}
    </button>
  );
}
