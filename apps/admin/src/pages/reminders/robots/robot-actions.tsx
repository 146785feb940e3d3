import { useMutation } from '@tanstack/react-query';
import { App, Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { FormFailure } from '../../../components/failure.tsx';
import { useDone } from '../../../components/use-done.ts';
import { useOrganisationId } from '../../../session.tsx';
import { refreshAll, trpc } from '../../../trpc.ts';
import { ConfirmDialog } from '../../../ui/confirm-dialog.tsx';
import { AddressDialog } from './address-dialog.tsx';
import type { Robot } from './robot.ts';
import { RobotDialog } from './robot-dialog.tsx';

/** What can be done with a robot: try it, change it, silence it, remove it. */
export function RobotActions({ robot }: { robot: Robot }) {
  const { t } = useTranslation();
  const { notification } = App.useApp();
  const done = useDone();
  const organisationId = useOrganisationId();
  const [open, setOpen] = useState<'change' | 'address' | 'remove' | null>(null);
  const close = () => setOpen(null);
  const input = { organisationId, channelId: robot.id };
  const test = useMutation(
    trpc.channels.test.mutationOptions({
      onSuccess: async ({ ok, code, text }) => {
        await refreshAll();
        if (ok) notification.success({ title: t('notice.robotTestOk') });
        else {
          notification.error({
            title: t('notice.robotTestFailed'),
            description: t('notice.robotError', { text, code: code ?? '–' }),
          });
        }
      },
    }),
  );
  const disable = useMutation(
    trpc.channels.disable.mutationOptions({ onSuccess: () => done(t('notice.robotDisabled')) }),
  );
  const enable = useMutation(trpc.channels.enable.mutationOptions({ onSuccess: () => done(t('notice.robotEnabled')) }));
  const remove = useMutation(
    trpc.channels.remove.mutationOptions({ onSuccess: () => done(t('notice.robotRemoved'), close) }),
  );
  const toggle = robot.state === 'ok' ? disable : enable;
  return (
    <div className="zq-stack-tight">
      <div className="zq-row">
        <Button size="small" loading={test.isPending} onClick={() => test.mutate(input)}>
          {t('notice.robotTest')}
        </Button>
        <Button size="small" onClick={() => setOpen('change')}>
          {t('notice.robotChange')}
        </Button>
        <Button size="small" onClick={() => setOpen('address')}>
          {t('notice.robotAddress')}
        </Button>
        <Button size="small" loading={toggle.isPending} onClick={() => toggle.mutate(input)}>
          {t(robot.state === 'ok' ? 'notice.robotDisable' : 'notice.robotEnable')}
        </Button>
        <Button size="small" danger onClick={() => setOpen('remove')}>
          {t('notice.robotRemove')}
        </Button>
      </div>
      <FormFailure error={test.error ?? disable.error ?? enable.error} />
      {open === 'change' && <RobotDialog robot={robot} onClose={close} />}
      {open === 'address' && <AddressDialog robot={robot} onClose={close} />}
      {open === 'remove' && (
        <ConfirmDialog
          title={`${t('notice.robotRemove')} · ${robot.name}`}
          confirm={t('notice.robotRemove')}
          danger
          pending={remove.isPending}
          onConfirm={() => remove.mutate(input)}
          onClose={close}
        >
          <p>{t('notice.robotRemoveText')}</p>
          <FormFailure error={remove.error} />
        </ConfirmDialog>
      )}
    </div>
  );
}
