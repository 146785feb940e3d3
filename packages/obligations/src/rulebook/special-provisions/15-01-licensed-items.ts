import { OUT_OF_SCOPE_SITE_PENALTY } from '../penalties.ts';
import type { Duty } from '../schema.ts';
import { cite, ownRule, printed } from '../sources.ts';
import { informationServiceDuty } from './15-shared.ts';

const APPROVAL_FIRST = {
  printed: { zh: '我部', en: 'this ministry' },
  effective: 'several' as const,
  note: {
    zh: '先向主管该领域的部门取得批准，再向原发证机关办理增项（全国模板印为“我部”）',
    en: 'First the authority of the sector, then the authority that issued the licence (the template prints the ministry)',
  },
};

/** 15.1: only the items on the licence; what needs prior approval gets it first and is then added. */
export const LICENSED_ITEMS: readonly Duty[] = [
  informationServiceDuty({
    id: 'operate-only-licensed-items',
    clause: '15.1',
    provision: '15.1',
    title: { zh: '只经营载明的信息服务项目', en: 'Only the information services on the licence' },
    wording: {
      zh: '只开展许可证载明的项目；需前置审批或专项审批的融合项目，先获批准，再办增项，然后才上线。',
      en: 'Run only the items printed. A project that needs prior or special approval gets it, is then added, then starts.',
    },
    kinds: ['prohibition', 'event'],
    due: [
      {
        id: 'approval-before-launch',
        action: { zh: '上线前取得批准并完成增项', en: 'Have the approval and the added item before launch' },
        timing: { type: 'at-once', event: 'prior-approval-project-planned' },
        mark: 'V',
        sources: [
          printed('15.1'),
          cite('internet-information-measures', '5', 'V'),
          cite('telecom-regulations', '14', 'V'),
        ],
      },
      {
        id: 'apply-for-added-item',
        action: { zh: '提前30日办理服务项目变更', en: 'Apply for the change of items 30 days ahead' },
        timing: { type: 'before-event', event: 'prior-approval-project-planned', from: 'on', days: 30 },
        mark: 'O',
        sources: [
          cite('internet-information-measures', '11', 'V'),
          ownRule(
            '条文针对服务项目变更；把增项视为项目变更是本产品的稳妥读法。',
            'The article speaks of a change of items; reading an added item as one is our cautious choice.',
          ),
        ],
      },
    ],
    authority: APPROVAL_FIRST,
    channel: { zh: '主管部门窗口；电信业务综合管理平台', en: 'Sector authority; licensing platform' },
    evidence: [
      { zh: '批准文件及编号、有效期', en: 'Approval with number and validity' },
      { zh: '增项后的许可证', en: 'Licence with the added item' },
    ],
    sources: [
      printed('15.1'),
      cite('internet-information-measures', '5', 'V'),
      cite('internet-information-measures', '11', 'V'),
      cite('telecom-regulations', '14', 'V'),
    ],
    marks: { deadline: 'V', authority: 'E', penalty: 'V' },
    penalties: [
      {
        tier: 'first',
        text: {
          zh: '超出许可项目：责令改正、没收并罚款，数额与电信条例第69条同；各领域另依其法律',
          en: 'Beyond the licensed items: order, confiscation and a fine as in article 69 of the regulations; sector laws besides',
        },
        minYuan: 100_000,
        maxYuan: 1_000_000,
        source: cite('internet-information-measures', '19', 'V'),
      },
      OUT_OF_SCOPE_SITE_PENALTY,
    ],
    notes: [
      {
        text: {
          zh: '列举的审批领域依2011年文本；2024年修订是否保留未核实。',
          en: 'The topics named are those of the 2011 text; whether the 2024 revision keeps them is unverified.',
        },
        mark: 'M',
      },
    ],
  }),
  informationServiceDuty({
    id: 'keep-prior-approvals-valid',
    clause: '15.1b',
    provision: '15.1',
    title: { zh: '需审批领域：批准须持续有效', en: 'Approvals of regulated topics stay valid' },
    wording: {
      zh: '业务涉及需审批领域的，持有有效批准，且该项目已载入许可证。',
      en: 'Whoever works in a topic that needs approval holds a valid one, and the item is on the licence.',
    },
    kinds: ['standing'],
    when: [{ fact: 'prior_approval_topics', notEmpty: true }],
    authority: APPROVAL_FIRST,
    evidence: [
      { zh: '批准台账：编号、范围、届满日', en: 'Register of approvals: number, scope, expiry' },
      { zh: '许可证相应项目页', en: 'Page of the licence with the item' },
    ],
    sources: [printed('15.1'), cite('internet-information-measures', '5', 'V')],
    marks: { deadline: null, authority: 'E', penalty: 'V' },
    penalties: [
      {
        tier: 'first',
        text: { zh: '依第19条处理；其他领域另依其法律', en: 'Article 19; sector laws add their own' },
        source: cite('internet-information-measures', '19', 'V'),
      },
    ],
  }),
];
