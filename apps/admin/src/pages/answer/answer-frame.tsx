import { type ReactNode, useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { Brand } from '../../components/shell/brand.tsx';
import { LanguageSwitch, ThemeSwitch } from '../../components/shell/preferences.tsx';
import './answer.css';

interface AnswerFrameProps {
  title: string;
  lead?: ReactNode;
  children: ReactNode;
}

/** What stands around the page of a link: no navigation, because there is nowhere else to go without an account. */
export function AnswerFrame({ title, lead, children }: AnswerFrameProps) {
  const { t } = useTranslation();
  const product = t('product.name');
  useEffect(() => {
    document.title = `${title} · ${product}`;
  }, [title, product]);
  return (
    <div className="zq-answer">
      <header className="zq-answer-top">
        <Brand />
        <div>
          <LanguageSwitch />
          <ThemeSwitch />
        </div>
      </header>
      <main className="zq-answer-main">
        <div className="zq-stack-tight">
          <h1>{title}</h1>
          {lead}
        </div>
        {children}
      </main>
    </div>
  );
}
