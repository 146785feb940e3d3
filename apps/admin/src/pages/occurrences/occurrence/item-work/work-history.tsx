import { STATE_NAMES } from '@zhengqi/obligations';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { FormFailure } from '../../../../components/failure.tsx';
import { usePagedList } from '../../../../components/paged-list/use-paged-list.ts';
import { usePeopleHere } from '../../../../components/item-work/person-field.tsx';
import { useSay } from '../../../../i18n/language.ts';
import { useOrganisationId } from '../../../../session.tsx';
import { client, type RouterOutputs, trpc } from '../../../../trpc.ts';
import { Card } from '../../../../ui/card.tsx';
import { InstantText } from '../../../../ui/date-text.tsx';

type Entry = RouterOutputs['occurrences']['history']['items'][number];

/** Who did what with the item and when; nothing of it can be changed. */
export function WorkHistory({ occurrenceId }: { occurrenceId: string }) {
  const { t } = useTranslation();
  const organisationId = useOrganisationId();
  const input = { organisationId, occurrenceId };
  const list = usePagedList(trpc.occurrences.history.queryKey(input), (cursor) =>
    client.occurrences.history.query({ ...input, cursor }),
  );
  return (
    <Card title={t('work.history')} note={t('work.historyNote')}>
      <div className="zq-stack-tight">
        <FormFailure error={list.error} title={t('failure.title')} />
        {list.rows.length === 0 && !list.isPending && <p className="zq-muted">{t('work.noHistory')}</p>}
        <ol className="zq-stack-tight">
          {list.rows.map((entry) => (
            <EntryRow key={entry.id} entry={entry} />
          ))}
        </ol>
        {list.hasNextPage && (
          <div className="zq-no-print">
            <Button size="small" loading={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
              {t('action.more')}
            </Button>
          </div>
        )}
      </div>
    </Card>
  );
}

function EntryRow({ entry }: { entry: Entry }) {
  const { t } = useTranslation();
  const say = useSay();
  const people = usePeopleHere();
  const { at, by, byKind, name, move, stateBefore, stateAfter, data } = entry;
  const who =
    byKind === 'user' ? (by?.name ?? t('work.someone')) : t(byKind === 'api-key' ? 'work.byKey' : 'work.byProgram');
  const words = [data.note, data.reason].filter((text): text is string => typeof text === 'string' && text !== '');
  const given = typeof data.to === 'string' ? people.find(({ id }) => id === data.to)?.name : undefined;
  return (
    <li>
      <div>
        <strong>{say(name)}</strong>
        {move === 'assign' && ` ${t('work.toState', { state: given ?? (data.to === null ? t('work.nobody') : '…') })}`}
        {stateBefore !== stateAfter && ` ${t('work.toState', { state: say(STATE_NAMES[stateAfter]) })}`}
      </div>
      <div className="zq-small zq-faint">
        {who} · <InstantText at={at} />
      </div>
      {words.map((text) => (
        <p key={text} className="zq-small zq-said">
          {text}
        </p>
      ))}
    </li>
  );
}
