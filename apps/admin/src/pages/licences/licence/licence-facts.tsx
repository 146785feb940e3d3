import type { Licence } from '@zhengqi/obligations';
import { useTranslation } from 'react-i18next';
import { DaysToEnd, PrintedDate } from '../../../components/licence-end.tsx';
import { ServiceTags } from '../../../components/licence-form/services-field.tsx';
import type { RouterOutputs } from '../../../trpc.ts';
import { Card } from '../../../ui/card.tsx';
import { type Detail, DetailsList } from '../../../ui/details-list.tsx';
import './licence-facts.css';

/** What the licence says, in two columns; printed and effective authority are kept apart. */
export function LicenceFacts({ data: { licence, daysLeft, printed } }: { data: RouterOutputs['licences']['get'] }) {
  const { t } = useTranslation();
  const orNot = (value: string | null) => value ?? <span className="zq-faint">{t('state.notPrinted')}</span>;
  const left: Detail[] = [
    { label: t('licence.field.number'), value: <span className="zq-num">{orNot(licence.number)}</span> },
    { label: t('licence.field.holder'), value: orNot(licence.holder) },
    { label: t('licence.field.legalRepresentative'), value: orNot(licence.legalRepresentative) },
    { label: t('licence.field.uscc'), value: <span className="zq-num">{orNot(licence.uscc)}</span> },
    { label: t('licence.field.registeredAddress'), value: orNot(licence.registeredAddress) },
  ];
  const right: Detail[] = [
    {
      label: t('licence.field.issuedOn'),
      value: <PrintedDate date={licence.issuedOn} printed={printed.issuedOn} />,
    },
    {
      label: t('licence.field.validTo'),
      value: (
        <>
          <PrintedDate date={licence.validTo} printed={printed.validTo} />{' '}
          <DaysToEnd validTo={licence.validTo} daysLeft={daysLeft} />
        </>
      ),
    },
    { label: t('licence.field.coverage'), value: <Reach licence={licence} /> },
    { label: t('licence.field.authorityPrinted'), value: orNot(licence.authorityPrinted) },
    { label: t('licence.field.authorityEffective'), value: orNot(licence.authorityEffective) },
  ];
  return (
    <Card>
      <div className="zq-licence-facts">
        <DetailsList items={left} />
        <DetailsList items={right} />
        <div className="zq-licence-services">
          <h2 className="zq-small zq-faint">{t('licence.services')}</h2>
          {licence.services.map((service) => (
            <div key={service.printed} className="zq-stack-tight">
              <p lang="zh-CN">{service.printed}</p>
              <ServiceTags service={service} />
            </div>
          ))}
        </div>
      </div>
    </Card>
  );
}

/** Printed coverage as printed. The number tells the kind of licence and who issued it; no coverage follows from that. */
function Reach({ licence }: { licence: Licence }) {
  const { t } = useTranslation();
  const { coveragePrinted, isCrossRegional, isForeignInvested } = licence;
  const kind = [
    ...(isCrossRegional === true ? [t('licence.crossRegional')] : []),
    ...(isForeignInvested === true ? [t('licence.foreignInvested')] : []),
  ];
  return (
    <div>
      {coveragePrinted ?? <span className="zq-faint">{t('state.notPrinted')}</span>}
      {kind.length > 0 && <div className="zq-small zq-faint">{[...kind, t('licence.inferredKind')].join(' · ')}</div>}
      {coveragePrinted === null && <div className="zq-small zq-faint">{t('licence.coverageNotInferred')}</div>}
    </div>
  );
}
