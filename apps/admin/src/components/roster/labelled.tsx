import { type ReactNode, useId } from 'react';
import '../../ui/text-field.css';

interface LabelledProps {
  label: string;
  hint?: string;
  /** What is wrong with it, null while nothing is. */
  problem?: string | null;
  children: (id: string) => ReactNode;
}

/** Any control under its label, with its hint or its error below. */
export function Labelled({ label, hint, problem = null, children }: LabelledProps) {
  const id = useId();
  const told = problem ?? hint;
  return (
    <div className="zq-text-field">
      <label htmlFor={id}>{label}</label>
      {children(id)}
      {told !== undefined && <span className={problem === null ? 'zq-small zq-faint' : 'zq-field-error'}>{told}</span>}
    </div>
  );
}
