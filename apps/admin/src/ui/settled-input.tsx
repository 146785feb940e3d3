import { Input } from 'antd';
import { type ReactNode, useEffect, useRef, useState } from 'react';

interface SettledInputProps {
  label: string;
  value: string;
  onSettle: (value: string) => void;
  placeholder?: string;
  className?: string;
  prefix?: ReactNode;
}

/** A filter to type into: it reports once the typing rests, so that the address and the server are not flooded. */
export function SettledInput({
  label,
  value,
  onSettle,
  placeholder = label,
  className = '',
  prefix,
}: SettledInputProps) {
  const [typed, setTyped] = useState(value);
  const [shown, setShown] = useState(value);
  // The address changed by another way (a link, going back): it wins over what was typed.
  if (shown !== value) {
    setShown(value);
    setTyped(value);
  }
  // A caller hands in a new function with each render; that must not start the wait again.
  const report = useRef(onSettle);
  useEffect(() => {
    report.current = onSettle;
  });
  useEffect(() => {
    if (typed.trim() === value) return;
    const timer = setTimeout(() => report.current(typed.trim()), 300);
    return () => clearTimeout(timer);
  }, [typed, value]);
  return (
    <Input
      aria-label={label}
      placeholder={placeholder}
      className={className}
      prefix={prefix}
      allowClear
      value={typed}
      onChange={({ target }) => setTyped(target.value)}
    />
  );
}
