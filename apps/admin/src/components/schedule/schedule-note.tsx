import { ReloadOutlined } from '@ant-design/icons';
import { useMutation } from '@tanstack/react-query';
import { App, Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { useOrganisationId, useSession } from '../../session.tsx';
import { refreshAll, type RouterOutputs, trpc } from '../../trpc.ts';
import { FormFailure } from '../failure.tsx';
import { useEffectText } from './effect.ts';

/** As of which day and by which rules the dates were computed, and the way to compute them now. */
export function ScheduleNote({ schedule }: { schedule: RouterOutputs['licences']['get']['schedule'] }) {
  const { t } = useTranslation();
  const { notification } = App.useApp();
  const { canWrite } = useSession();
  const organisationId = useOrganisationId();
  const effectText = useEffectText();
  const regenerate = useMutation(
    trpc.schedule.regenerate.mutationOptions({
      onSuccess: async (difference) => {
        await refreshAll();
        notification.success({ title: t('licence.regenerated'), description: effectText(difference) });
      },
    }),
  );
  return (
    <div className="zq-stack-tight">
      <div className="zq-row zq-small zq-faint">
        <span>
          {schedule === null
            ? t('licence.noSchedule')
            : t('licence.scheduleAsOf', {
                until: schedule.until,
                asOf: schedule.asOf,
                version: schedule.ruleVersion,
              })}
        </span>
        {canWrite && (
          <Button
            type="link"
            size="small"
            className="zq-no-print"
            icon={<ReloadOutlined aria-hidden />}
            loading={regenerate.isPending}
            onClick={() => regenerate.mutate({ organisationId })}
          >
            {t('licence.regenerate')}
          </Button>
        )}
      </div>
      <FormFailure error={regenerate.error} />
    </div>
  );
}
