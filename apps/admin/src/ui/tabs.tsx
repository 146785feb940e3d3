import { type KeyboardEvent, type ReactNode, useId, useRef } from 'react';
import './tabs.css';

export interface Tab<Key extends string> {
  key: Key;
  label: string;
  /** How many things the tab holds; left out where a number says nothing. */
  count?: number;
  content: ReactNode;
}

interface TabsProps<Key extends string> {
  tabs: readonly Tab<Key>[];
  active: Key;
  onChange: (key: Key) => void;
  label: string;
}

/** Tabs by the pattern of the ARIA guide. Not antd's: its list holds a button for what does not fit, which is no tab. */
export function Tabs<Key extends string>({ tabs, active, onChange, label }: TabsProps<Key>) {
  const id = useId();
  const list = useRef<HTMLDivElement>(null);
  const shown = tabs.find(({ key }) => key === active) ?? tabs[0];
  const onKeyDown = (event: KeyboardEvent) => {
    const at = tabs.findIndex(({ key }) => key === shown?.key);
    const moves: Record<string, number> = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: tabs.length - 1 };
    const next = tabs.at((moves[event.key] ?? Number.NaN) % tabs.length);
    if (!(event.key in moves) || next === undefined) return;
    event.preventDefault();
    onChange(next.key);
    list.current?.querySelector<HTMLElement>(`[data-key="${next.key}"]`)?.focus();
  };
  return (
    <div>
      <div className="zq-tab-list zq-no-print" role="tablist" aria-label={label} ref={list} onKeyDown={onKeyDown}>
        {tabs.map(({ key, label: name, count }) => (
          <button
            key={key}
            type="button"
            role="tab"
            className="zq-tab"
            id={`${id}-${key}`}
            data-key={key}
            aria-selected={key === shown?.key}
            aria-controls={`${id}-panel`}
            tabIndex={key === shown?.key ? 0 : -1}
            onClick={() => onChange(key)}
          >
            {name}
            {count !== undefined && <span className="zq-tab-count">{count}</span>}
          </button>
        ))}
      </div>
      <div role="tabpanel" id={`${id}-panel`} aria-labelledby={`${id}-${shown?.key}`}>
        {shown?.content}
      </div>
    </div>
  );
}
