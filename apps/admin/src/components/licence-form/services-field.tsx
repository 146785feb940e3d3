import { DeleteOutlined, PlusOutlined } from '@ant-design/icons';
import { B25_ITEMS, type LicensedService } from '@zhengqi/obligations';
import { Button, Input } from 'antd';
import { useTranslation } from 'react-i18next';
import { useSay } from '../../i18n/language.ts';
import { Tag } from '../../ui/tag.tsx';

interface ServicesFieldProps {
  id: string;
  services: readonly LicensedService[];
  onChange: (lines: string[]) => void;
}

/** The service lines in the words of the licence, each with what the words were understood to allow. */
export function ServicesField({ id, services, onChange }: ServicesFieldProps) {
  const { t } = useTranslation();
  const lines = services.map(({ printed }) => printed);
  return (
    <div>
      {services.map((service, index) => (
        // Lines have no identity but their place.
        <div key={index} className="zq-service">
          <div className="zq-row">
            <Input.TextArea
              {...(index === 0 ? { id } : { 'aria-label': t('licence.serviceLine', { n: index + 1 }) })}
              // Not autoSize: it measures with a style attribute, which the policy header refuses.
              rows={2}
              className="zq-grows"
              value={service.printed}
              placeholder={t('licence.serviceHint')}
              onChange={({ target }) => onChange(lines.with(index, target.value))}
            />
            {lines.length > 1 && (
              <Button
                size="small"
                icon={<DeleteOutlined aria-hidden />}
                onClick={() => onChange(lines.toSpliced(index, 1))}
              >
                {t('action.remove')}
              </Button>
            )}
          </div>
          <ServiceTags service={service} />
        </div>
      ))}
      <Button
        {...(services.length === 0 ? { id } : {})}
        size="small"
        type="dashed"
        icon={<PlusOutlined aria-hidden />}
        onClick={() => onChange([...lines, ''])}
      >
        {t('licence.addService')}
      </Button>
    </div>
  );
}

/** Code, limits, exclusions and the items of B25 that are left. */
export function ServiceTags({ service }: { service: LicensedService }) {
  const { t } = useTranslation();
  const say = useSay();
  return (
    <div className="zq-row">
      {service.code === null ? (
        <Tag tone="warning">{t('licence.unknownService')}</Tag>
      ) : (
        <Tag tone="info">{service.code}</Tag>
      )}
      {service.limitedTo.map((words) => (
        <Tag key={words} tone="neutral">
          {t('licence.limitedTo', { words })}
        </Tag>
      ))}
      {service.excludes.map((words) => (
        <Tag key={words} tone="warning">
          {t('licence.excludes', { words })}
        </Tag>
      ))}
      {B25_ITEMS.filter(({ item }) => service.b25Items.includes(item)).map(({ item, name }) => (
        <Tag key={item} tone="success">
          {say(name)}
        </Tag>
      ))}
    </div>
  );
}
