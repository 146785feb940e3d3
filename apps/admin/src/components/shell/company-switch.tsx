import { Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { chooseOrganisation, useSession } from '../../session.tsx';

/** Whose data is on screen; who works for several companies finds the next one by typing. */
export function CompanySwitch() {
  const { t } = useTranslation();
  const { organisation, organisations } = useSession();
  if (organisations.length < 2) {
    return (
      <div className="zq-shell-company">
        <span title={organisation.name}>{organisation.name}</span>
      </div>
    );
  }
  const groups = (['company', 'consultancy'] as const).flatMap((kind) => {
    const options = organisations.filter((candidate) => candidate.kind === kind);
    if (options.length === 0) return [];
    return [{ label: t(`frame.kind.${kind}`), options: options.map(({ id, name }) => ({ value: id, label: name })) }];
  });
  const switchTo = (id: string) => {
    chooseOrganisation(id);
    // A full load: nothing of one company may be left on the page of the next.
    window.location.assign('/');
  };
  return (
    <div className="zq-shell-company">
      <Select
        aria-label={t('frame.switchCompany')}
        variant="borderless"
        showSearch={{ optionFilterProp: 'label' }}
        popupMatchSelectWidth={false}
        value={organisation.id}
        options={groups}
        onChange={switchTo}
      />
    </div>
  );
}
