import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Tone } from '../../palette.ts';
import { InstantText } from '../../ui/date-text.tsx';
import { type Column, Table } from '../../ui/table.tsx';
import { Tag } from '../../ui/tag.tsx';
import type { ApiKey } from './api-key.ts';
import { CompaniesDialog } from './companies-dialog.tsx';
import type { NewSecret } from './new-secret-dialog.tsx';
import { RevokeDialog } from './revoke-dialog.tsx';
import { RotateDialog } from './rotate-dialog.tsx';
import { useScopes } from './use-scopes.ts';

const TONES: Record<ApiKey['status'], Tone> = {
  active: 'success',
  replaced: 'warning',
  expired: 'neutral',
  revoked: 'neutral',
};

export function KeyTable({ rows, onSecret }: { rows: readonly ApiKey[]; onSecret: (secret: NewSecret) => void }) {
  const { t } = useTranslation();
  const { labelOf } = useScopes();
  const [rotating, setRotating] = useState<ApiKey | null>(null);
  const [revoking, setRevoking] = useState<ApiKey | null>(null);
  const [changing, setChanging] = useState<string | null>(null);
  // By its id: the dialog stays open while the list behind it is asked anew.
  const changed = rows.find(({ id }) => id === changing);
  const columns: Column<ApiKey>[] = [
    {
      key: 'name',
      title: t('apiKey.column.name'),
      lead: true,
      cell: (key) => (
        <div className="zq-stack-tight">
          <div className="zq-row">
            <span>{key.name}</span>
            <Tag tone={TONES[key.status]}>{t(`apiKey.status.${key.status}`)}</Tag>
            {key.mode === 'test' && <Tag tone="info">{t('apiKey.test')}</Tag>}
          </div>
          <div className="zq-small zq-faint">
            <code>{key.display}</code>
            {key.createdBy !== null && ` · ${t('apiKey.createdBy', { name: key.createdBy.name })}`}
          </div>
          {key.status === 'replaced' && <div className="zq-small zq-faint">{t('apiKey.replacedWhy')}</div>}
        </div>
      ),
    },
    {
      key: 'scopes',
      title: t('apiKey.column.scopes'),
      cell: ({ scopes }) => (
        <ul className="zq-small">
          {scopes.map((scope) => (
            <li key={scope}>{labelOf(scope)}</li>
          ))}
        </ul>
      ),
    },
    { key: 'companies', title: t('apiKey.column.companies'), cell: ({ grants }) => <Grants grants={grants} /> },
    {
      key: 'expires',
      title: t('apiKey.column.expires'),
      nowrap: true,
      cell: ({ expiresAt, revokedAt }) => <InstantText at={revokedAt ?? expiresAt} />,
    },
    {
      key: 'used',
      title: t('apiKey.column.lastUsed'),
      nowrap: true,
      cell: ({ lastUsedAt }) =>
        lastUsedAt === null ? <span className="zq-faint">{t('apiKey.never')}</span> : <InstantText at={lastUsedAt} />,
    },
    {
      key: 'actions',
      title: t('apiKey.column.actions'),
      cell: (key) =>
        key.status === 'active' || key.status === 'replaced' ? (
          <div className="zq-row">
            <Button size="small" onClick={() => setChanging(key.id)}>
              {t('apiKey.column.companies')}
            </Button>
            {key.status === 'active' && (
              <Button size="small" onClick={() => setRotating(key)}>
                {t('apiKey.rotate')}
              </Button>
            )}
            <Button size="small" danger onClick={() => setRevoking(key)}>
              {t('apiKey.revoke')}
            </Button>
          </div>
        ) : null,
    },
  ];
  return (
    <>
      <Table caption={t('apiKey.title')} columns={columns} rows={rows} rowKey={({ id }) => id} />
      {changed !== undefined && <CompaniesDialog apiKey={changed} onClose={() => setChanging(null)} />}
      {rotating !== null && (
        <RotateDialog
          apiKey={rotating}
          onClose={() => setRotating(null)}
          onRotated={(secret) => {
            setRotating(null);
            onSecret(secret);
          }}
        />
      )}
      {revoking !== null && <RevokeDialog apiKey={revoking} onClose={() => setRevoking(null)} />}
    </>
  );
}

/** The companies of a key, and where a grant has no effect any more. */
function Grants({ grants }: { grants: ApiKey['grants'] }) {
  const { t } = useTranslation();
  return (
    <ul className="zq-small">
      {grants.map(({ companyId, companyName, level, effective }) => (
        <li key={companyId}>
          {companyName}{' '}
          {effective === null ? (
            <span title={t('apiKey.noEffectWhy')}>
              <Tag tone="warning">{t('apiKey.noEffect')}</Tag>
            </span>
          ) : (
            <span className="zq-faint">{t(`apiKey.level.${effective ?? level}`)}</span>
          )}
        </li>
      ))}
    </ul>
  );
}
