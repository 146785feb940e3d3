import { useNavigate } from '@tanstack/react-router';
import { Modal } from 'antd';
import { type KeyboardEvent, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { enterOrganisation } from '../../session.tsx';
import type { Entry } from './entry.ts';
import { useEntries } from './use-entries.ts';
import './palette.css';

/** Ctrl or ⌘ K: go anywhere by typing. A combobox with a list below, operated from the keyboard alone. */
export function CommandPalette({ open, onClose }: { open: boolean; onClose: () => void }) {
  const { t } = useTranslation();
  return (
    <Modal
      open={open}
      // Its name for those who hear it; who sees it sees what it is.
      title={<span className="zq-sr-only">{t('palette.title')}</span>}
      classNames={{ header: 'zq-palette-head' }}
      onCancel={onClose}
      footer={null}
      closable={false}
      destroyOnHidden
      width={600}
    >
      <PaletteBody onClose={onClose} />
    </Modal>
  );
}

function PaletteBody({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation();
  const id = useId();
  const navigate = useNavigate();
  const [typed, setTyped] = useState('');
  const [at, setAt] = useState(0);
  const groups = useEntries(typed, true);
  const flat = groups.flatMap(({ entries }) => entries);
  const active = flat[Math.min(at, flat.length - 1)];

  const go = (entry: Entry | undefined) => {
    if (entry === undefined) return;
    onClose();
    if (entry.link === undefined) enterOrganisation(entry.organisation);
    else void navigate(entry.link);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    // While a Chinese input method composes, Enter and the arrows belong to it.
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Enter') go(active);
    else if (event.key === 'ArrowDown') setAt((n) => (n + 1) % Math.max(flat.length, 1));
    else if (event.key === 'ArrowUp') setAt((n) => (n - 1 + flat.length) % Math.max(flat.length, 1));
    else return;
    event.preventDefault();
  };
  const optionId = (entry: Entry) => `${id}-${entry.id}`;

  return (
    <>
      <input
        className="zq-palette-input"
        role="combobox"
        aria-expanded
        aria-controls={`${id}-list`}
        aria-activedescendant={active === undefined ? undefined : optionId(active)}
        aria-label={t('palette.title')}
        placeholder={t('palette.placeholder')}
        autoFocus
        value={typed}
        onChange={({ target }) => {
          setTyped(target.value);
          setAt(0);
        }}
        onKeyDown={onKeyDown}
      />
      <div className="zq-palette-list" role="listbox" id={`${id}-list`} aria-label={t('palette.title')}>
        {groups.map(({ title, entries }) => (
          <div key={title} role="group" aria-label={title}>
            <div className="zq-palette-group" aria-hidden>
              {title}
            </div>
            {entries.map((entry) => (
              <div
                key={entry.id}
                id={optionId(entry)}
                role="option"
                className="zq-palette-option"
                aria-selected={entry === active}
                ref={entry === active ? (element) => element?.scrollIntoView({ block: 'nearest' }) : undefined}
                onMouseMove={() => setAt(flat.indexOf(entry))}
                onClick={() => go(entry)}
              >
                <span className="zq-nowrap">{entry.label}</span>
                <small>{entry.detail}</small>
              </div>
            ))}
          </div>
        ))}
      </div>
      {flat.length === 0 && <p className="zq-palette-none">{t('palette.none', { query: typed.trim() })}</p>}
      <p className="zq-palette-hint">{t('palette.hint')}</p>
    </>
  );
}
