import { useMutation, useQuery } from '@tanstack/react-query';
import { Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { FormFailure } from '../../components/failure.tsx';
import { useDone } from '../../components/use-done.ts';
import { useSession } from '../../session.tsx';
import { type RouterOutputs, trpc } from '../../trpc.ts';
import { DateText } from '../../ui/date-text.tsx';

type Frequency = RouterOutputs['audit']['headMail']['frequency'];

const FREQUENCIES: readonly Frequency[] = ['weekly', 'monthly', 'off'];

/** How often the end of the chain is mailed to the owners: a proof in their own hands. */
export function HeadMail() {
  const { t } = useTranslation();
  const done = useDone();
  const { organisation, canAdminister, canWrite } = useSession();
  const organisationId = organisation.id;
  const { data } = useQuery(trpc.audit.headMail.queryOptions({ organisationId }));
  const set = useMutation(trpc.audit.setHeadMail.mutationOptions({ onSuccess: () => done(t('audit.headMailSet')) }));
  if (data === undefined) return null;
  const { frequency, lastSentOn } = data;
  return (
    <>
      {canAdminister && canWrite ? (
        <Select<Frequency>
          aria-label={t('audit.headMail')}
          size="small"
          popupMatchSelectWidth={false}
          value={frequency}
          disabled={set.isPending}
          options={FREQUENCIES.map((value) => ({ value, label: t(`audit.headMails.${value}`) }))}
          onChange={(next) => set.mutate({ organisationId, frequency: next })}
        />
      ) : (
        t(`audit.headMails.${frequency}`)
      )}
      {lastSentOn !== null && (
        <span className="zq-small zq-faint">
          {' '}
          {t('audit.headMailLast')} <DateText date={lastSentOn} />
        </span>
      )}
      <FormFailure error={set.error} />
    </>
  );
}
