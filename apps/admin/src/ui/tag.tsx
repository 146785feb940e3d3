import type { ReactNode } from 'react';
import type { Tone } from '../palette.ts';
import './tag.css';

interface TagProps {
  tone: Tone;
  icon?: ReactNode;
  dashed?: boolean;
  children: ReactNode;
}

/** A short state in words, with an icon where it helps: never by colour alone. antd's own tags miss the contrast. */
export function Tag({ tone, icon, dashed = false, children }: TagProps) {
  return (
    <span className="zq-tag" data-tone={tone} data-dashed={dashed}>
      {icon}
      {children}
    </span>
  );
}
