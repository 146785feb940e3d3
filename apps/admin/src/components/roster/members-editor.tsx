import { DeleteOutlined, PlusOutlined } from '@ant-design/icons';
import { Button, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { DateField } from '../../ui/date-field.tsx';
import { PersonSelect } from './person-select.tsx';
import './roster.css';

interface Member {
  personId: string | null;
  external: boolean | null;
  from: string | null;
  to: string | null;
}

interface MembersEditorProps {
  value: readonly Member[];
  onChange: (value: Member[]) => void;
  names: Readonly<Record<string, string>>;
}

/** Members of a body. Somebody from outside may stay unnamed. */
export function MembersEditor({ value, onChange, names }: MembersEditorProps) {
  const { t } = useTranslation();
  const set = (at: number, change: Partial<Member>) =>
    onChange(value.map((row, index) => (index === at ? { ...row, ...change } : row)));
  return (
    <div className="zq-stack-tight">
      {value.map((row, at) => (
        <div key={at} className="zq-roster-row" role="group" aria-label={t('roster.member', { n: at + 1 })}>
          <PersonSelect
            label={t('roster.field.personId')}
            value={row.personId}
            onChange={(personId) => set(at, { personId })}
            names={names}
          />
          <Select
            aria-label={t('roster.field.external')}
            placeholder={t('roster.field.external')}
            value={row.external === null ? null : String(row.external)}
            allowClear
            onChange={(external: string | null | undefined) =>
              set(at, { external: external === undefined || external === null ? null : external === 'true' })
            }
            options={[
              { value: 'true', label: `${t('roster.field.external')}：${t('state.yes')}` },
              { value: 'false', label: `${t('roster.field.external')}：${t('state.no')}` },
            ]}
          />
          <DateField label={t('roster.field.from')} value={row.from} onChange={(from) => set(at, { from })} />
          <DateField label={t('roster.field.to')} value={row.to} onChange={(to) => set(at, { to })} />
          <Button
            type="text"
            icon={<DeleteOutlined aria-hidden />}
            aria-label={t('roster.removeRow', { n: at + 1 })}
            onClick={() => onChange(value.filter((_, index) => index !== at))}
          />
        </div>
      ))}
      <div>
        <Button
          icon={<PlusOutlined aria-hidden />}
          onClick={() => onChange([...value, { personId: null, external: null, from: null, to: null }])}
        >
          {t('roster.addMember')}
        </Button>
      </div>
    </div>
  );
}
