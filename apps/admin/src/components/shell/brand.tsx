import { useTranslation } from 'react-i18next';
import './brand.css';

/** The sign of the product: a page with its corner and a tick. */
export function Brand() {
  const { t } = useTranslation();
  return (
    <span className="zq-brand">
      <img className="zq-brand-mark" src="/icon.svg" alt="" />
      <span className="zq-brand-name">{t('product.name')}</span>
    </span>
  );
}
