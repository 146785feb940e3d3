import { useMutation, useQuery } from '@tanstack/react-query';
import { Button, Modal } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { FormFailure } from '../../components/failure.tsx';
import { Enrolment } from '../../components/second-factor/enrolment.tsx';
import { RecoveryCodes } from '../../components/second-factor/recovery-codes.tsx';
import { useDone } from '../../components/use-done.ts';
import { queryClient, trpc } from '../../trpc.ts';
import { Card } from '../../ui/card.tsx';
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx';
import { InstantText } from '../../ui/date-text.tsx';
import { Tag } from '../../ui/tag.tsx';

/** The authenticator app: turned on, changed, turned off where the role allows it; and its recovery codes. */
export function SecondFactorCard() {
  const { t } = useTranslation();
  const done = useDone();
  const overview = useQuery(trpc.security.overview.queryOptions());
  const [enrolling, setEnrolling] = useState(false);
  const [open, setOpen] = useState<'codes' | 'off' | null>(null);
  const close = () => setOpen(null);
  const factor = overview.data?.secondFactor;
  const hasPasskeys = (overview.data?.passkeys.length ?? 0) > 0;
  return (
    <Card
      title={t('security.factorTitle')}
      note={t('security.factorText')}
      extra={
        factor !== undefined && (
          <Tag tone={factor.app ? 'success' : factor.enrolled ? 'neutral' : 'warning'}>
            {t(factor.app ? 'security.factorOn' : 'security.factorOff')}
          </Tag>
        )
      }
    >
      <div className="zq-stack">
        <FormFailure error={overview.error} title={t('failure.title')} />
        {factor?.required === true && <p className="zq-muted">{t('security.factorMandatory')}</p>}
        {factor?.enrolled === true && (
          <p>
            {factor.enrolledAt !== null && (
              <>
                {t('security.factorSince')} <InstantText at={factor.enrolledAt} /> ·{' '}
              </>
            )}
            {t('security.codesLeft', { count: factor.recoveryCodesLeft })}
          </p>
        )}
        {factor !== undefined && (
          <div className="zq-row">
            <Button type={factor.enrolled ? 'default' : 'primary'} onClick={() => setEnrolling(true)}>
              {t(factor.app ? 'security.replace' : 'security.enrol')}
            </Button>
            {factor.enrolled && <Button onClick={() => setOpen('codes')}>{t('security.newCodes')}</Button>}
            {factor.app && (!factor.required || hasPasskeys) && (
              <Button danger onClick={() => setOpen('off')}>
                {t('security.turnOff')}
              </Button>
            )}
          </div>
        )}
      </div>
      {enrolling && (
        <Modal
          open
          title={t('security.enrolTitle')}
          footer={null}
          mask={{ closable: false }}
          closable={{ 'aria-label': t('action.close') }}
          onCancel={() => setEnrolling(false)}
        >
          <Enrolment
            onDone={() => {
              void queryClient.invalidateQueries(trpc.session.pathFilter());
              void done(t('security.enrolled'), () => setEnrolling(false));
            }}
          />
        </Modal>
      )}
      {open === 'codes' && <NewCodesDialog onClose={close} />}
      {open === 'off' && <TurnOffDialog passkeys={hasPasskeys} onClose={close} />}
    </Card>
  );
}

function NewCodesDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation();
  const done = useDone();
  const renew = useMutation(trpc.security.newRecoveryCodes.mutationOptions());
  if (renew.data !== undefined) {
    return (
      <Modal open title={t('security.codesTitle')} footer={null} closable={false} mask={{ closable: false }}>
        <RecoveryCodes
          codes={renew.data.recoveryCodes}
          onStored={() => void done(t('security.codesRenewed'), onClose)}
        />
      </Modal>
    );
  }
  return (
    <ConfirmDialog
      title={t('security.newCodesTitle')}
      confirm={t('security.newCodes')}
      pending={renew.isPending}
      onConfirm={() => renew.mutate({})}
      onClose={onClose}
    >
      <p>{t('security.newCodesText')}</p>
      <FormFailure error={renew.error} />
    </ConfirmDialog>
  );
}

function TurnOffDialog({ passkeys, onClose }: { passkeys: boolean; onClose: () => void }) {
  const { t } = useTranslation();
  const done = useDone();
  const remove = useMutation(
    trpc.security.removeTotp.mutationOptions({ onSuccess: () => done(t('security.turnedOff'), onClose) }),
  );
  return (
    <ConfirmDialog
      title={t('security.turnOffTitle')}
      confirm={t('security.turnOff')}
      danger
      pending={remove.isPending}
      onConfirm={() => remove.mutate({})}
      onClose={onClose}
    >
      <p>{t(passkeys ? 'security.turnOffLeavesPasskeys' : 'security.turnOffText')}</p>
      <FormFailure error={remove.error} />
    </ConfirmDialog>
  );
}
