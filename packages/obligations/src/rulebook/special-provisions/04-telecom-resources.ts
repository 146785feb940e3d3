import type { Bilingual } from '../../text/bilingual.ts';
import { HOLDER, TELECOM_AUTHORITY } from '../parties.ts';
import { GENERAL_PENALTY, ORDER_42_FROM, OUT_OF_SCOPE_PENALTY } from '../penalties.ts';
import type { Duty, Penalty } from '../schema.ts';
import { cite, printed } from '../sources.ts';

const BANDWIDTH: Bilingual = { zh: '转售带宽等接入资源', en: 'Resale of bandwidth and the like' };
const LEGAL_RESOURCES: Bilingual = { zh: '码号、频率、轨道位置', en: 'Numbers, frequencies, orbits' };
const OTHER_SCALE: Bilingual = { zh: '第42条另有幅度', en: 'article 42 has a scale of its own' };

/** A step of a ladder that concerns only a part of what the clause forbids. */
function namedFor(step: Penalty, part: Bilingual): Penalty {
  return { ...step, text: { zh: `${part.zh}：${step.text.zh}`, en: `${part.en}: ${step.text.en}` } };
}

/** Where the resources help fraud; the same for control of users. */
const WHEN_IT_HELPS_FRAUD = cite('anti-fraud-law', '25-26', 'V', {
  validFrom: '2022-12-01',
  note: { zh: '为诈骗提供帮助时', en: 'When it helps fraud' },
});

/** Provision 四: resources, resale of bandwidth, control of users. */
export const TELECOM_RESOURCES_DUTIES: readonly Duty[] = [
  {
    id: 'no-resources-to-unlicensed',
    clause: '4a',
    provision: '4',
    title: { zh: '不得向无证者提供资源、不得转售带宽', en: 'No resources to the unlicensed, no resale of bandwidth' },
    wording: {
      zh: '不给无证经营者提供电信资源；买来或租来的带宽等不转售、不转租给接入服务者。',
      en: 'Give no telecom resources to unlicensed operators; do not resell or sublet bandwidth to access providers.',
    },
    kinds: ['prohibition'],
    scope: 'company',
    bearer: HOLDER,
    condition: { always: true },
    due: [],
    authority: TELECOM_AUTHORITY,
    channel: null,
    evidence: [{ zh: '客户清单与许可证核验记录', en: 'Customer list with licence checks' }],
    sources: [
      printed('4'),
      cite('telecom-regulations', '26', 'V'),
      cite('telecom-regulations', '28(3)', 'V', {
        note: { zh: '码号、频率、轨道位置', en: 'Numbers, frequencies, orbits' },
      }),
      cite('order-42', '22-23', 'M', { note: { zh: '带宽转售', en: 'Resale of bandwidth' } }),
      cite('notice-2017-32-cleanup', null, 'M', { note: { zh: '带宽转售', en: 'Resale of bandwidth' } }),
      WHEN_IT_HELPS_FRAUD,
    ],
    marks: { deadline: null, authority: 'V', penalty: 'M' },
    penalties: [
      ...GENERAL_PENALTY.map((step) => namedFor(step, BANDWIDTH)),
      ...OUT_OF_SCOPE_PENALTY.map((step) => namedFor(step, LEGAL_RESOURCES)).map((step) => ({
        ...step,
        source: cite('telecom-regulations', '69(3)', 'V'),
      })),
      {
        tier: 'first',
        text: {
          zh: '涉诈的：处5万元以上50万元以下罚款',
          en: 'Where fraud is helped: 50,000 to 500,000 yuan',
        },
        minYuan: 50_000,
        maxYuan: 500_000,
        source: cite('anti-fraud-law', '41, 43', 'V', { note: OTHER_SCALE }),
        validFrom: '2022-12-01',
      },
      {
        tier: 'aggravated',
        text: {
          zh: '涉诈且情节严重的：处50万元以上500万元以下罚款',
          en: 'Where fraud is helped and the case is serious: 500,000 to 5,000,000 yuan',
        },
        minYuan: 500_000,
        maxYuan: 5_000_000,
        source: cite('anti-fraud-law', '41, 43', 'V', { note: OTHER_SCALE }),
        validFrom: '2022-12-01',
      },
    ],
    validFrom: ORDER_42_FROM,
    bindsWithoutLicence: false,
    textualNote: {
      zh: '条例所称电信资源指码号、频率、轨道位置（第26条）；带宽不在其内，转售带宽只依本条规定和令第42号，罚则为一般罚则。',
      en: 'In the regulations telecom resources are numbers, frequencies and orbits (art 26), not bandwidth; its resale rests on this provision and Order 42, with the general penalty.',
    },
  },
  {
    id: 'control-users-of-resources',
    clause: '4b',
    provision: '4',
    title: { zh: '以技术和监控措施管理用户', en: 'Control users by technical means' },
    wording: {
      zh: '用有效的技术和监控手段管理用户，防止其借本企业资源违规经营。',
      en: 'Control users by effective technical means and monitoring, so that none operates unlawfully on the holder’s resources.',
    },
    kinds: ['standing'],
    scope: 'company',
    bearer: HOLDER,
    condition: { always: true },
    due: [],
    authority: TELECOM_AUTHORITY,
    channel: null,
    evidence: [
      { zh: '监控记录', en: 'Monitoring records' },
      { zh: '用户协议', en: 'User contracts' },
    ],
    sources: [
      printed('4'),
      cite('order-42', '22-24', 'M'),
      cite('notice-2017-32-cleanup', null, 'M'),
      WHEN_IT_HELPS_FRAUD,
    ],
    marks: { deadline: null, authority: 'V', penalty: 'M' },
    penalties: GENERAL_PENALTY,
    validFrom: ORDER_42_FROM,
    bindsWithoutLicence: false,
  },
  {
    id: 'manage-telecom-resources',
    clause: '4c',
    provision: '4',
    title: { zh: '规范管理电信资源', en: 'Manage telecom resources in order' },
    wording: {
      zh: '各类电信资源的使用和管理符合主管部门要求。',
      en: 'Use and manage all telecom resources as the authority requires.',
    },
    kinds: ['standing'],
    scope: 'company',
    bearer: HOLDER,
    condition: { always: true },
    due: [],
    authority: TELECOM_AUTHORITY,
    channel: null,
    evidence: [{ zh: '资源台账', en: 'Register of resources' }],
    sources: [printed('4'), cite('order-42', '22-24', 'M')],
    marks: { deadline: null, authority: 'V', penalty: 'M' },
    penalties: GENERAL_PENALTY,
    validFrom: ORDER_42_FROM,
    bindsWithoutLicence: false,
  },
];
