import { useMutation } from '@tanstack/react-query';
import { useRouter } from '@tanstack/react-router';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { useNoticeKinds } from '../../components/notices/kinds.ts';
import { useSay } from '../../i18n/language.ts';
import { enterOrganisation, useOrganisationId } from '../../session.tsx';
import { queryClient, type RouterOutputs, trpc } from '../../trpc.ts';
import { InstantText } from '../../ui/date-text.tsx';
import { LinkButton } from '../../ui/link-button.tsx';
import { Tag } from '../../ui/tag.tsx';

type Notification = RouterOutputs['notifications']['list']['items'][number];

/** One message: opening it marks it as read and leads to what it is about, into the other company if need be. */
export function NotificationRow({ row, withCompany }: { row: Notification; withCompany: boolean }) {
  const { t } = useTranslation();
  const say = useSay();
  const router = useRouter();
  const organisationId = useOrganisationId();
  const { nameOf } = useNoticeKinds();
  const { id, organisation, kind, title, detail, path, dueOn, dueAt, at, readAt } = row;
  const mark = useMutation(
    trpc.notifications.markRead.mutationOptions({
      onSuccess: () => queryClient.invalidateQueries(trpc.notifications.pathFilter()),
    }),
  );
  const markRead = { organisationId: organisation.id, ids: [id] };
  const open = async () => {
    // A message that cannot be marked must not keep its reader from what it is about.
    if (readAt === null) await mark.mutateAsync(markRead).catch(() => {});
    if (organisation.id === organisationId) router.history.push(path);
    else enterOrganisation(organisation.id, path);
  };
  return (
    <li className="zq-notification" data-unread={readAt === null}>
      <div className="zq-row">
        <Tag tone={kind === 'escalation' ? 'danger' : kind === 'overdue' ? 'warning' : 'info'}>{nameOf(kind)}</Tag>
        {readAt === null && <Tag tone="neutral">{t('notice.isUnread')}</Tag>}
        <LinkButton onClick={() => void open()}>{say(title)}</LinkButton>
      </div>
      {detail !== null && <p className="zq-muted">{say(detail)}</p>}
      <div className="zq-row-between">
        <span className="zq-small zq-faint">
          <InstantText at={at} />
          {withCompany && ` · ${organisation.name}`}
          {dueAt !== null ? (
            <>
              {' · '}
              <InstantText at={dueAt} />
            </>
          ) : (
            dueOn !== null && ` · ${t('notice.due', { date: dueOn })}`
          )}
        </span>
        {readAt === null && (
          <Button size="small" loading={mark.isPending} onClick={() => mark.mutate(markRead)}>
            {t('notice.markRead')}
          </Button>
        )}
      </div>
    </li>
  );
}
