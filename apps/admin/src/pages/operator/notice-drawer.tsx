import { useMutation } from '@tanstack/react-query';
import { Button, Drawer } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { FormFailure } from '../../components/failure.tsx';
import { useDone } from '../../components/use-done.ts';
import { useSay } from '../../i18n/language.ts';
import { client, trpc } from '../../trpc.ts';
import { Notice } from '../../ui/notice.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { NoticeFields } from './notice-fields.tsx';
import { emptyNotice, type Notice as WorkingDayNotice, noticeOf } from './notice-form.ts';

const SHORTEST_REASON = 3;

/** Enters a notice: it is checked first, and what was checked is what is saved. */
export function NoticeDrawer({ year, onClose }: { year: number; onClose: () => void }) {
  const { t } = useTranslation();
  const say = useSay();
  const done = useDone();
  const [form, setForm] = useState(() => emptyNotice(year));
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const check = useMutation({
    mutationFn: (notice: WorkingDayNotice) => client.operator.checkNotice.query({ notice }),
  });
  const enter = useMutation(
    trpc.operator.enterNotice.mutationOptions({ onSuccess: () => done(t('operator.saved'), onClose) }),
  );
  const notice = noticeOf(form);
  const checked = check.data?.ok === true ? check.variables : undefined;
  const short = reason.trim().length < SHORTEST_REASON;
  const runCheck = () => {
    setTried(true);
    if (notice !== null) check.mutate(notice);
  };
  return (
    <Drawer
      open
      size={640}
      title={t('operator.enterTitle')}
      onClose={onClose}
      closable={{ 'aria-label': t('action.close') }}
      footer={
        <div className="zq-stack-tight">
          <FormFailure error={check.error ?? enter.error} />
          {check.data?.ok === false && (
            <Notice tone="danger" live title={t('operator.checkFailed')}>
              {check.data.problem !== null && say(check.data.problem)}
            </Notice>
          )}
          {check.data?.ok === true && (
            <Notice
              tone="success"
              live
              title={t('operator.checkOk', {
                from: check.data.coversFrom,
                to: check.data.coversTo,
                days: check.data.workingDays,
              })}
            />
          )}
          <div className="zq-row">
            {checked === undefined ? (
              <Button type="primary" loading={check.isPending} onClick={runCheck}>
                {t('operator.check')}
              </Button>
            ) : (
              <Button
                type="primary"
                loading={enter.isPending}
                disabled={short}
                onClick={() => enter.mutate({ notice: checked, reason: reason.trim() })}
              >
                {t('operator.save')}
              </Button>
            )}
            <Button onClick={onClose}>{t('action.cancel')}</Button>
          </div>
        </div>
      }
    >
      <div className="zq-stack">
        <p className="zq-muted">{t('operator.enterText')}</p>
        <NoticeFields
          form={form}
          tried={tried}
          onChange={(next) => {
            // What was checked is no longer what stands here.
            check.reset();
            setForm(next);
          }}
        />
        <TextField
          label={t('operator.reason')}
          autoComplete="off"
          value={reason}
          onChange={setReason}
          problem={tried && short ? t('operator.reasonShort', { count: SHORTEST_REASON }) : null}
        />
      </div>
    </Drawer>
  );
}
