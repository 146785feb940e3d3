import './filter-tabs.css';

interface FilterTabsProps<Key extends string> {
  label: string;
  tabs: readonly { key: Key; label: string; count: number }[];
  chosen: Key;
  onChoose: (key: Key) => void;
}

/** One way to look at a list, of a few: buttons that say how many rows they open. */
export function FilterTabs<Key extends string>({ label, tabs, chosen, onChoose }: FilterTabsProps<Key>) {
  return (
    <div className="zq-filter-tabs" role="group" aria-label={label}>
      {tabs.map(({ key, label: name, count }) => (
        <button
          key={key}
          type="button"
          className="zq-filter-tab"
          aria-pressed={key === chosen}
          onClick={() => onChoose(key)}
        >
          {name}
          <span className="zq-num">{count}</span>
        </button>
      ))}
    </div>
  );
}
