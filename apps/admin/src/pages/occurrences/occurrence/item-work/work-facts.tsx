import { useTranslation } from 'react-i18next';
import { FileLink } from '../../../../components/files/file-link.tsx';
import type { Work } from '../../../../components/item-work/work.ts';
import { DateText, InstantText } from '../../../../ui/date-text.tsx';
import { type Detail, DetailsList } from '../../../../ui/details-list.tsx';

/** What is recorded of the work: filing, receipts, closing, decided waivers and statements. */
export function WorkFacts({ work }: { work: Work }) {
  const { t } = useTranslation();
  const { submitted, receipts, closedAt, doneOn, waivers, statements, evidence } = work;
  const fileNames = new Map(evidence.flatMap(({ file }) => (file === null ? [] : [[file.fileId, file.name] as const])));
  const decided = waivers.filter(({ decision }) => decision !== null);
  const items: Detail[] = [
    ...(submitted === null
      ? []
      : [
          {
            label: t('work.submitted'),
            value: t('work.submittedLine', {
              date: submitted.on,
              name: submitted.by?.name ?? t('work.someone'),
            }),
          },
        ]),
    ...(receipts.length === 0
      ? []
      : [
          {
            label: t('work.receipts'),
            value: (
              <ul className="zq-stack-tight">
                {receipts.map(({ id, number, fileId, receivedOn, noneReason }) => (
                  <li key={id}>
                    {noneReason !== null ? (
                      t('work.noReceiptLine', { reason: noneReason })
                    ) : (
                      <>
                        <strong>{number ?? t('work.receiptWithout')}</strong> ·{' '}
                        {t('work.receiptLine', { date: receivedOn })}{' '}
                        {fileId !== null && (
                          <FileLink fileId={fileId} name={fileNames.get(fileId) ?? t('work.receiptFile')} />
                        )}
                      </>
                    )}
                  </li>
                ))}
              </ul>
            ),
          },
        ]),
    ...(closedAt === null
      ? []
      : [
          {
            label: t('work.closed'),
            value: (
              <>
                {doneOn !== null && <DateText date={doneOn} withWeekday />}{' '}
                <span className="zq-small zq-faint">
                  <InstantText at={closedAt} />
                </span>
              </>
            ),
          },
        ]),
    ...(decided.length === 0
      ? []
      : [
          {
            label: t('work.waivers'),
            value: (
              <ul className="zq-stack-tight">
                {decided.map((waiver) => (
                  <li key={waiver.id}>
                    {t(`work.decision.${waiver.decision ?? 'pending'}`)} · {waiver.reason}
                    <div className="zq-small zq-faint">
                      {waiver.requestedBy?.name} → {waiver.decidedBy?.name}
                      {waiver.decisionReason !== null && ` · ${waiver.decisionReason}`}
                    </div>
                  </li>
                ))}
              </ul>
            ),
          },
        ]),
    ...(statements.length === 0
      ? []
      : [
          {
            label: t('work.statements'),
            value: (
              <ul className="zq-stack-tight">
                {statements.map((one) => (
                  <li key={one.id}>
                    <strong>{t(`work.verdict.${one.verdict}`)}</strong>
                    <p className="zq-said">{one.text}</p>
                    <p className="zq-small zq-faint">
                      {t('work.signedLine', {
                        name: one.signedBy?.name ?? one.signedAs,
                        post: one.post,
                        date: one.signedOn,
                      })}{' '}
                      · {t('work.signedEvidence', { count: one.evidence.length })}
                    </p>
                  </li>
                ))}
              </ul>
            ),
          },
        ]),
  ];
  return items.length === 0 ? null : <DetailsList items={items} />;
}
