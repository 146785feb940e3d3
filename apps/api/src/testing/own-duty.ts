import type { OwnDuty } from '@zhengqi/obligations';

/** A duty of one's own as somebody would write it: a yearly test of the recovery of data, by a paper of the house. */
export function ownDutyOf(slug: string, change: Partial<OwnDuty> = {}): OwnDuty {
  const source = {
    law: 'own-rule',
    article: null,
    mark: 'O' as const,
    note: { zh: '内部制度〔2026〕3号', en: 'House rule 2026/3' },
  };
  return {
    id: `own.${slug}`,
    clause: 'own',
    provision: null,
    title: { zh: '年度灾备演练', en: 'Yearly recovery drill' },
    wording: { zh: '每年第二季度演练数据恢复。', en: 'Test the recovery of data in every second quarter.' },
    kinds: ['recurring'],
    scope: 'company',
    bearer: { zh: '企业', en: 'The company' },
    condition: { always: true },
    due: [
      {
        id: 'drill',
        action: { zh: '完成演练并留存记录', en: 'Hold the drill and keep the record' },
        timing: { type: 'yearly-window', opens: '04-01', closes: '06-30', heldOn: 'any-day' },
        mark: 'O',
        sources: [source],
      },
    ],
    authority: { printed: null, effective: 'kept' },
    channel: null,
    evidence: [{ zh: '演练记录', en: 'Record of the drill' }],
    sources: [source],
    marks: { deadline: 'O', authority: 'O', penalty: null },
    penalties: [],
    validFrom: '2026-01-01',
    bindsWithoutLicence: false,
    ...change,
  };
}
