import { DatePicker, Input, InputNumber, Radio, Select } from 'antd';
import dayjs from 'dayjs';
import { useTranslation } from 'react-i18next';
import type { RouterOutputs } from '../../trpc.ts';
import { DateField } from '../../ui/date-field.tsx';

export type EventKind = RouterOutputs['events']['catalogue']['items'][number];
export type Attribute = EventKind['attributes'][number];
export type AttributeValue = string | number | boolean | null;

interface AttributeInputProps {
  id: string;
  attribute: Attribute;
  value: AttributeValue;
  onChange: (value: AttributeValue) => void;
  today: string;
  invalid: boolean;
}

/** The control for one attribute of a trigger event. What must have happened cannot be put into the future. */
export function AttributeInput({ id, attribute, value, onChange, today, invalid }: AttributeInputProps) {
  const { t } = useTranslation();
  const valueName = useEventValueName();
  const status = invalid ? { status: 'error' as const } : {};
  switch (attribute.type) {
    case 'date':
      return (
        <DateField
          id={id}
          value={typeof value === 'string' ? value : null}
          onChange={onChange}
          invalid={invalid}
          max={attribute.mayBeFuture ? undefined : today}
        />
      );
    case 'instant':
      return (
        <DatePicker
          id={id}
          {...status}
          showTime={{ format: 'HH:mm' }}
          format="YYYY-MM-DD HH:mm"
          placeholder={t('time.pickDate')}
          {...(attribute.mayBeFuture ? {} : { maxDate: dayjs(today).endOf('day') })}
          value={typeof value === 'string' ? dayjs(value.slice(0, 16)) : null}
          // The clock on the wall in China, whatever zone the device is set to.
          onChange={(moment) => onChange(moment === null ? null : `${moment.format('YYYY-MM-DDTHH:mm')}:00+08:00`)}
        />
      );
    case 'number':
      return (
        <InputNumber
          id={id}
          {...status}
          min={0}
          precision={0}
          value={typeof value === 'number' ? value : null}
          onChange={onChange}
        />
      );
    case 'boolean':
      return (
        <Radio.Group
          id={id}
          value={value}
          onChange={({ target }) => onChange(target.value as boolean)}
          options={[
            { value: true, label: t('state.yes') },
            { value: false, label: t('state.no') },
          ]}
        />
      );
    case 'choice':
      return (
        <Select
          id={id}
          {...status}
          placeholder={t('event.choose')}
          allowClear={!attribute.required}
          value={typeof value === 'string' ? value : null}
          onChange={(chosen: string | undefined) => onChange(chosen ?? null)}
          options={(attribute.values ?? []).map((option) => ({ value: option, label: valueName(option) }))}
        />
      );
    case 'text':
      return (
        <Input
          id={id}
          {...status}
          value={typeof value === 'string' ? value : ''}
          onChange={({ target }) => onChange(target.value === '' ? null : target.value)}
        />
      );
  }
}

/** A choice of the catalogue in words. A value this app has no word for yet is shown as it is, not hidden. */
export function useEventValueName(): (value: string) => string {
  const { t, i18n } = useTranslation();
  return (value) => (i18n.exists(`event.value.${value}`) ? t(`event.value.${value}` as 'event.value.merger') : value);
}
