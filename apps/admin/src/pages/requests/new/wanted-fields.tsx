import { DeleteOutlined, PlusOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { Card } from '../../../ui/card.tsx';
import { ChoiceField } from '../../../ui/choice-field.tsx';
import { TextField } from '../../../ui/text-field.tsx';

const FORMS = ['either', 'file', 'text'] as const;
const MOST = 30;

/** One thing as it is being written down. */
export interface Wanted {
  key: string;
  label: string;
  hint: string;
  form: (typeof FORMS)[number];
}

export const newWanted = (): Wanted => ({ key: crypto.randomUUID(), label: '', hint: '', form: 'either' });

interface WantedFieldsProps {
  wanted: readonly Wanted[];
  onChange: (wanted: Wanted[]) => void;
  /** Names that are missing are pointed out. */
  tried: boolean;
}

/** The things that are asked for, one below the other. */
export function WantedFields({ wanted, onChange, tried }: WantedFieldsProps) {
  const { t } = useTranslation();
  const change = (key: string, part: Partial<Wanted>) =>
    onChange(wanted.map((one) => (one.key === key ? { ...one, ...part } : one)));
  return (
    <>
      {wanted.map((one, index) => (
        <Card
          key={one.key}
          title={t('request.form.thing', { number: index + 1 })}
          extra={
            wanted.length > 1 && (
              <Button
                type="text"
                icon={<DeleteOutlined aria-hidden />}
                aria-label={t('request.form.removeThing', { number: index + 1 })}
                onClick={() => onChange(wanted.filter(({ key }) => key !== one.key))}
              />
            )
          }
        >
          <div className="zq-stack">
            <TextField
              label={t('request.form.label')}
              autoComplete="off"
              value={one.label}
              onChange={(label) => change(one.key, { label })}
              problem={tried && one.label.trim() === '' ? t('request.form.labelMissing') : null}
            />
            <TextField
              label={t('request.form.hint')}
              autoComplete="off"
              value={one.hint}
              onChange={(hint) => change(one.key, { hint })}
            />
            <ChoiceField
              label={t('request.form.form')}
              value={one.form}
              onChange={(form) => change(one.key, { form })}
              options={FORMS.map((value) => ({ value, label: t(`request.formOf.${value}`) }))}
            />
          </div>
        </Card>
      ))}
      {wanted.length < MOST && (
        <div>
          <Button icon={<PlusOutlined aria-hidden />} onClick={() => onChange([...wanted, newWanted()])}>
            {t('request.form.addThing')}
          </Button>
        </div>
      )}
    </>
  );
}
