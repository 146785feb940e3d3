import { useTranslation } from 'react-i18next';

/** An action in words; one that has none yet is shown as the server names it. */
export function useActionLabel(): (action: string) => string {
  const { t } = useTranslation();
  return (action) => t(`audit.action.${action}` as 'audit.action.licence.registered', { defaultValue: action });
}
