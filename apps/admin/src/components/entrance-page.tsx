import { type FormEvent, type ReactNode, useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { Entrance } from './entrance.tsx';

interface EntrancePageProps {
  title: string;
  lead?: ReactNode;
  onSubmit?: () => void;
  children: ReactNode;
}

/** A page before the sign-in: its title, what it is for, and one form. */
export function EntrancePage({ title, lead, onSubmit, children }: EntrancePageProps) {
  const { t } = useTranslation();
  const product = t('product.name');
  useEffect(() => {
    document.title = `${title} · ${product}`;
  }, [title, product]);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    onSubmit?.();
  };
  return (
    <Entrance>
      <form className="zq-entrance-form" onSubmit={submit} noValidate>
        <div>
          <h1>{title}</h1>
          {lead !== undefined && <p className="zq-muted">{lead}</p>}
        </div>
        {children}
      </form>
    </Entrance>
  );
}
