import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { fieldError } from '../../../app-error.ts';
import {
  type Attribute,
  AttributeInput,
  type AttributeValue,
  type EventKind,
} from '../../../components/events/attribute-input.tsx';
import { FormFailure } from '../../../components/failure.tsx';
import { LeaveGuard } from '../../../components/leave-guard.tsx';
import { useSay } from '../../../i18n/language.ts';
import { useSession } from '../../../session.tsx';

export type Attributes = Record<string, AttributeValue>;

interface EventFormProps {
  kind: EventKind;
  error: unknown;
  sending: boolean;
  sent: boolean;
  /** What is filled in so far. */
  onChange: (attributes: Attributes) => void;
  onSubmit: (attributes: Attributes) => void;
}

export function EventForm({ kind, error, sending, sent, onChange, onSubmit }: EventFormProps) {
  const { t } = useTranslation();
  const say = useSay();
  const { today, canWrite } = useSession();
  const [values, setValues] = useState<Attributes>({});
  const [tried, setTried] = useState(false);
  const missing = ({ key, required }: Attribute) => required && (values[key] ?? null) === null;

  const submit = () => {
    setTried(true);
    if (kind.attributes.some(missing)) return;
    onSubmit(filledIn(values));
  };
  const change = (next: Attributes) => {
    setValues(next);
    onChange(filledIn(next));
  };

  return (
    // Sent by its button alone: the Enter that settles a typed date must not file an event half filled in.
    <form className="zq-event-form" onSubmit={(event) => event.preventDefault()} noValidate>
      <LeaveGuard dirty={Object.keys(values).length > 0 && !sent} />
      {kind.attributes.map((attribute) => {
        const { key, label, required } = attribute;
        const refused = fieldError(error, `attributes.${key}`);
        const problem = tried && missing(attribute) ? t('event.required') : refused === null ? null : say(refused);
        return (
          <div key={key} className="zq-event-field">
            <label htmlFor={`attribute-${key}`}>
              {say(label)}
              <span className="zq-faint zq-small">
                {!required && ` ${t('event.optional')}`}
                {attribute.type === 'instant' && ` ${t('time.timeHint')}`}
              </span>
            </label>
            <AttributeInput
              id={`attribute-${key}`}
              attribute={attribute}
              value={values[key] ?? null}
              onChange={(value) => change({ ...values, [key]: value })}
              today={today}
              invalid={problem !== null}
            />
            {problem !== null && (
              <span className="zq-field-error" role="alert">
                {problem}
              </span>
            )}
          </div>
        );
      })}
      <FormFailure error={error} title={t('event.notRecorded')} fieldsShown />
      <div>
        <Button type="primary" onClick={submit} loading={sending} disabled={!canWrite}>
          {t('event.submit')}
        </Button>
      </div>
    </form>
  );
}

function filledIn(values: Attributes): Attributes {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== null));
}
