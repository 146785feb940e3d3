import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { OccurrenceRow } from '../../../components/occurrences/occurrence-table.tsx';
import { BulkDialog, type BulkMove } from './bulk-dialog.tsx';
import { type Chosen, MOST } from './use-selection.ts';
import './bulk-bar.css';

/** What can be done with the rows chosen, and how many they are. */
export function BulkBar({ chosen, listed }: { chosen: Chosen; listed: readonly OccurrenceRow[] }) {
  const { t } = useTranslation();
  const [open, setOpen] = useState<{ move: BulkMove; rows: OccurrenceRow[] } | null>(null);
  const { rows } = chosen;
  const cannot = rows.length === 0 || rows.length > MOST;
  return (
    <div className="zq-bulk zq-no-print" role="group" aria-label={t('work.bulk.bar')}>
      <span role="status">{t('work.bulk.count', { count: rows.length })}</span>
      <Button size="small" onClick={() => chosen.choose(listed.slice(0, MOST))}>
        {t('work.bulk.selectAll')}
      </Button>
      <Button size="small" disabled={rows.length === 0} onClick={chosen.clear}>
        {t('work.bulk.clear')}
      </Button>
      <Button size="small" disabled={cannot} onClick={() => setOpen({ move: 'assign', rows })}>
        {t('work.bulk.assign')}
      </Button>
      <Button size="small" disabled={cannot} onClick={() => setOpen({ move: 'close', rows })}>
        {t('work.bulk.close')}
      </Button>
      {rows.length > MOST && <span className="zq-field-error">{t('work.bulk.tooMany')}</span>}
      {open !== null && (
        <BulkDialog
          move={open.move}
          rows={open.rows}
          onClose={(didWork) => {
            setOpen(null);
            if (didWork) chosen.clear();
          }}
        />
      )}
    </div>
  );
}
