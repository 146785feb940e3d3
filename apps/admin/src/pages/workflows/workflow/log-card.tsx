import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { FileLink } from '../../../components/files/file-link.tsx';
import { fieldsOf, type MoveFields, type WorkflowDetail } from '../../../components/workflows/workflow.ts';
import { useSay } from '../../../i18n/language.ts';
import { trpc } from '../../../trpc.ts';
import { Card } from '../../../ui/card.tsx';
import { InstantText } from '../../../ui/date-text.tsx';
import { Tag } from '../../../ui/tag.tsx';

type Entry = WorkflowDetail['log'][number];

/** Every step that was recorded, the latest first. Nothing ever leaves the log. */
export function LogCard({ work }: { work: WorkflowDetail }) {
  const { t } = useTranslation();
  const say = useSay();
  const catalogue = useQuery(trpc.workflows.catalogue.queryOptions());
  const table = catalogue.data?.items.find(({ kind }) => kind === work.kind) as
    | { opening: { fields: MoveFields }; moves: Record<string, { fields: Parameters<typeof fieldsOf>[0] }> }
    | undefined;
  const fieldsOfMove = (move: string): MoveFields =>
    move === 'open' ? (table?.opening.fields ?? {}) : fieldsOf(table?.moves[move]?.fields ?? {});
  return (
    <Card title={t('workflow.log')}>
      <ol className="zq-stack">
        {work.log.toReversed().map((entry) => (
          <li key={entry.seq} className="zq-stack-tight">
            <div className="zq-row">
              <span className="zq-num zq-faint">{entry.seq}</span>
              <strong className={entry.takenBack ? 'zq-log-back' : undefined}>{say(entry.name)}</strong>
              {entry.takenBack && <Tag tone="neutral">{t('workflow.logTakenBack')}</Tag>}
              {entry.takesBack !== null && (
                <Tag tone="neutral">{t('workflow.logTakesBack', { seq: entry.takesBack })}</Tag>
              )}
              <span className="zq-small zq-faint">
                {entry.by?.name ?? t('state.bySystem')} <InstantText at={entry.at} />
              </span>
            </div>
            <EntryData entry={entry} fields={fieldsOfMove(entry.move)} files={work.files} />
          </li>
        ))}
      </ol>
    </Card>
  );
}

interface EntryDataProps {
  entry: Entry;
  fields: MoveFields;
  files: WorkflowDetail['files'];
}

function EntryData({ entry, fields, files }: EntryDataProps) {
  const { t } = useTranslation();
  const say = useSay();
  const told = Object.entries(entry.data);
  if (told.length === 0) return null;
  const textOf = (key: string, value: Entry['data'][string]) => {
    if (typeof value === 'boolean') return t(value ? 'state.yes' : 'state.no');
    if (typeof value === 'object') {
      const { fileId } = value;
      return (
        <span className="zq-row">
          {'number' in value && value.number}
          {'on' in value && value.on}
          {fileId !== undefined && <FileLink fileId={fileId} name={files[fileId] ?? t('workflow.documentFile')} />}
        </span>
      );
    }
    const choice = fields[key]?.values?.find((option) => option.value === value);
    if (choice !== undefined) return say(choice.label);
    return fields[key]?.type === 'instant' ? <InstantText at={String(value)} /> : String(value);
  };
  return (
    <ul className="zq-small">
      {told.map(([key, value]) => (
        <li key={key} className="zq-row">
          <span className="zq-muted">{fields[key] === undefined ? t('people.reason') : say(fields[key].label)}</span>
          {textOf(key, value)}
        </li>
      ))}
    </ul>
  );
}
