import { useMutation } from '@tanstack/react-query';
import { Button, Modal } from 'antd';
import { useTranslation } from 'react-i18next';
import { FormFailure } from '../../components/failure.tsx';
import { useDone } from '../../components/use-done.ts';
import { useOrganisationId } from '../../session.tsx';
import { trpc } from '../../trpc.ts';
import { Tag } from '../../ui/tag.tsx';
import { AddCompany } from './add-company.tsx';
import type { ApiKey } from './api-key.ts';

/** The companies of a key that is in use: one more, or one less, without a new secret. */
export function CompaniesDialog({ apiKey, onClose }: { apiKey: ApiKey; onClose: () => void }) {
  const { t } = useTranslation();
  const done = useDone();
  const organisationId = useOrganisationId();
  const withdraw = useMutation(
    trpc.apiKeys.withdrawGrant.mutationOptions({ onSuccess: () => done(t('apiKey.withdrawn')) }),
  );
  return (
    <Modal
      open
      title={t('apiKey.companiesTitle', { name: apiKey.name })}
      footer={<Button onClick={onClose}>{t('action.close')}</Button>}
      onCancel={onClose}
      closable={{ 'aria-label': t('action.close') }}
    >
      <div className="zq-stack">
        <p className="zq-muted">{t('apiKey.companiesText')}</p>
        <ul className="zq-stack-tight">
          {apiKey.grants.map(({ companyId, companyName, level, effective }) => (
            <li key={companyId} className="zq-row-between">
              <span>
                {companyName}{' '}
                {effective === null ? (
                  <Tag tone="warning">{t('apiKey.noEffect')}</Tag>
                ) : (
                  <span className="zq-small zq-faint">{t(`apiKey.level.${level}`)}</span>
                )}
                <br />
                <code className="zq-small zq-faint">{companyId}</code>
              </span>
              <Button
                size="small"
                danger
                aria-label={t('apiKey.withdrawOf', { company: companyName })}
                loading={withdraw.isPending && withdraw.variables.companyId === companyId}
                onClick={() => withdraw.mutate({ organisationId, keyId: apiKey.id, companyId })}
              >
                {t('apiKey.withdraw')}
              </Button>
            </li>
          ))}
        </ul>
        {apiKey.grants.length === 0 && <p className="zq-faint">{t('apiKey.noGrants')}</p>}
        <FormFailure error={withdraw.error} />
        <AddCompany apiKey={apiKey} />
      </div>
    </Modal>
  );
}
