import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { FormFailure } from '../../components/failure.tsx';
import { passkeysWork } from '../../components/passkeys/device.ts';
import { trpc } from '../../trpc.ts';
import { Card } from '../../ui/card.tsx';
import { InstantText } from '../../ui/date-text.tsx';
import { AddPasskeyDialog } from './add-passkey-dialog.tsx';
import type { Passkey } from './passkey.ts';
import { RemovePasskeyDialog } from './remove-passkey-dialog.tsx';
import { RenamePasskeyDialog } from './rename-passkey-dialog.tsx';

type Open = { what: 'add' } | { what: 'rename' | 'remove'; passkey: Passkey };

/** The passkeys of the person: which there are, and how one comes and goes. */
export function PasskeysCard() {
  const { t } = useTranslation();
  const overview = useQuery(trpc.security.overview.queryOptions());
  const [open, setOpen] = useState<Open | null>(null);
  const close = () => setOpen(null);
  const passkeys = overview.data?.passkeys;
  const works = passkeysWork();
  return (
    <Card title={t('security.passkeysTitle')} note={t('security.passkeysText')}>
      <div className="zq-stack">
        <FormFailure error={overview.error} title={t('failure.title')} />
        {passkeys?.length === 0 && <p className="zq-muted">{t('security.passkeysNone')}</p>}
        {passkeys !== undefined && passkeys.length > 0 && (
          <ul className="zq-passkeys" aria-label={t('security.passkeysTitle')}>
            {passkeys.map((passkey) => (
              <PasskeyRow key={passkey.id} passkey={passkey} onOpen={(what) => setOpen({ what, passkey })} />
            ))}
          </ul>
        )}
        {works ? (
          <div>
            <Button disabled={passkeys === undefined} onClick={() => setOpen({ what: 'add' })}>
              {t('security.passkeyAdd')}
            </Button>
          </div>
        ) : (
          <p className="zq-small zq-faint">{t('security.passkeysUnsupported')}</p>
        )}
      </div>
      {open?.what === 'add' && <AddPasskeyDialog onClose={close} />}
      {open?.what === 'rename' && <RenamePasskeyDialog passkey={open.passkey} onClose={close} />}
      {open?.what === 'remove' && <RemovePasskeyDialog passkey={open.passkey} onClose={close} />}
    </Card>
  );
}

function PasskeyRow({ passkey, onOpen }: { passkey: Passkey; onOpen: (what: 'rename' | 'remove') => void }) {
  const { t } = useTranslation();
  const { name, synced, createdAt, lastUsedAt, site } = passkey;
  return (
    <li>
      <div>
        <div className="zq-passkey-name">{name}</div>
        <div className="zq-small zq-faint">
          {site}
          {synced && ` · ${t('security.passkeySynced')}`}
        </div>
        <div className="zq-small zq-faint">
          {t('security.passkeyCreated')} <InstantText at={createdAt} /> ·{' '}
          {lastUsedAt === null ? (
            t('security.passkeyNeverUsed')
          ) : (
            <>
              {t('security.passkeyUsed')} <InstantText at={lastUsedAt} />
            </>
          )}
        </div>
      </div>
      <div className="zq-row">
        <Button size="small" aria-label={`${t('security.passkeyRename')}: ${name}`} onClick={() => onOpen('rename')}>
          {t('security.passkeyRename')}
        </Button>
        <Button
          size="small"
          danger
          aria-label={`${t('security.passkeyRemove')}: ${name}`}
          onClick={() => onOpen('remove')}
        >
          {t('security.passkeyRemove')}
        </Button>
      </div>
    </li>
  );
}
