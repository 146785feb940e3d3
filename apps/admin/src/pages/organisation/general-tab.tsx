import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { FoundDialog } from '../../components/organisations/found-dialog.tsx';
import { useSession } from '../../session.tsx';
import { Card } from '../../ui/card.tsx';
import { InstantText } from '../../ui/date-text.tsx';
import { DetailsList } from '../../ui/details-list.tsx';
import { CloseDialog } from './close-dialog.tsx';
import type { OrganisationDetail } from './detail.ts';
import { LeaveDialog } from './leave-dialog.tsx';
import { RenameDialog } from './rename-dialog.tsx';

type Open = 'rename' | 'found' | 'leave' | 'close';

/** What the organisation is, and how one joins another, leaves this one, or begins its end. */
export function GeneralTab({ detail }: { detail: OrganisationDetail }) {
  const { t } = useTranslation();
  const { organisation, canAdminister } = useSession();
  const [open, setOpen] = useState<Open | null>(null);
  const close = () => setOpen(null);
  const isActive = detail.status === 'active';
  return (
    <div className="zq-stack">
      <Card
        title={detail.name}
        extra={
          canAdminister && isActive && <Button onClick={() => setOpen('rename')}>{t('organisation.rename')}</Button>
        }
      >
        <DetailsList
          items={[
            { label: t('organisation.kind'), value: t(`frame.kind.${detail.kind}`) },
            { label: t('organisation.uscc'), value: detail.uscc ?? t('organisation.noUscc') },
            { label: t('organisation.since'), value: <InstantText at={detail.createdAt} /> },
            { label: t('organisation.role'), value: t(`access.role.${organisation.role}`) },
            ...(detail.sandboxOf === null
              ? []
              : [{ label: t('organisation.sandboxOf'), value: detail.sandboxOf.name }]),
          ]}
        />
      </Card>
      <Card title={t('organisation.otherTitle')} note={t('organisation.otherText')}>
        <div className="zq-row">
          <Button onClick={() => setOpen('found')}>{t('organisation.found')}</Button>
          <Button danger onClick={() => setOpen('leave')}>
            {t('organisation.leave')}
          </Button>
        </div>
      </Card>
      {organisation.role === 'owner' && isActive && (
        <Card title={t('organisation.closeTitle')} note={t('organisation.closeText')}>
          <Button danger onClick={() => setOpen('close')}>
            {t('organisation.close')}
          </Button>
        </Card>
      )}
      {open === 'rename' && <RenameDialog name={detail.name} onClose={close} />}
      {open === 'found' && <FoundDialog onClose={close} />}
      {open === 'leave' && <LeaveDialog onClose={close} />}
      {open === 'close' && <CloseDialog name={detail.name} onClose={close} />}
    </div>
  );
}
