import { useMutation } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { FormFailure } from '../../../components/failure.tsx';
import { useDone } from '../../../components/use-done.ts';
import { useOrganisationId } from '../../../session.tsx';
import { trpc } from '../../../trpc.ts';
import { Card } from '../../../ui/card.tsx';
import { InstantText } from '../../../ui/date-text.tsx';
import { LinkDialog } from './link-dialog.tsx';
import type { RequestDetail } from './request-detail.ts';

/** The link by which the request is answered without an account: made, sent or ended. */
export function LinkCard({ request }: { request: RequestDetail }) {
  const { t } = useTranslation();
  const done = useDone();
  const organisationId = useOrganisationId();
  const [making, setMaking] = useState<'make' | 'send' | null>(null);
  const revoke = useMutation(
    trpc.requests.revokeLink.mutationOptions({ onSuccess: () => done(t('request.link.revoked')) }),
  );
  const { link, state } = request;
  const isLive = link?.live === true;
  return (
    <Card title={t('request.link.title')} note={t('request.link.note')}>
      <div className="zq-stack-tight">
        {link === null && <p className="zq-faint">{t('request.link.none')}</p>}
        {link !== null && (
          <p>
            {t(isLive ? 'request.link.live' : 'request.link.over')} <InstantText at={link.expiresAt} />
          </p>
        )}
        <div className="zq-row">
          {state === 'open' && (
            <>
              <Button onClick={() => setMaking('make')}>{t('request.link.make')}</Button>
              <Button onClick={() => setMaking('send')}>{t('request.link.send')}</Button>
            </>
          )}
          {isLive && (
            <Button
              danger
              loading={revoke.isPending}
              onClick={() => revoke.mutate({ organisationId, requestId: request.id })}
            >
              {t('request.link.revoke')}
            </Button>
          )}
        </div>
        <FormFailure error={revoke.error} />
      </div>
      {making !== null && <LinkDialog request={request} how={making} onClose={() => setMaking(null)} />}
    </Card>
  );
}
