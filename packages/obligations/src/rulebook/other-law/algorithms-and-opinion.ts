import type { Duty } from '../schema.ts';
import { cite } from '../sources.ts';
import { CYBERSPACE, otherLawDuty } from './shared.ts';

/** X12 and X13: services with public-opinion attributes or the capacity for social mobilisation. */
export const ALGORITHMS_AND_OPINION: readonly Duty[] = [
  otherLawDuty({
    id: 'file-algorithms',
    clause: 'X12',
    title: { zh: '算法备案、变更与注销', en: 'File, change and cancel algorithms' },
    wording: {
      zh: '具有舆论属性或社会动员能力的算法推荐服务：提供后备案，变化后变更，终止后注销。',
      en: 'Recommendation services that shape opinion or mobilise: file after the start, after a change, cancel after the end.',
    },
    kinds: ['event'],
    bearer: { zh: '算法推荐服务提供者', en: 'Provider of algorithmic recommendation' },
    condition: {
      all: [
        { fact: 'uses_algorithm_recommendation', is: true },
        { fact: 'opinion_capable', is: true },
      ],
    },
    due: [
      {
        id: 'file',
        action: { zh: '提供服务后备案', en: 'File after the service was offered' },
        timing: {
          type: 'after-event',
          event: 'algorithm-service-offered',
          from: 'on',
          period: { n: 10, unit: 'working-day' },
        },
        mark: 'V',
        sources: [cite('algorithm-provisions', '24', 'V')],
      },
      {
        id: 'file-change',
        action: { zh: '备案信息变更手续', en: 'File the change' },
        timing: {
          type: 'after-event',
          event: 'algorithm-data-changed',
          from: 'on',
          period: { n: 10, unit: 'working-day' },
        },
        mark: 'V',
        sources: [cite('algorithm-provisions', '24', 'V')],
      },
      {
        id: 'cancel-filing',
        action: { zh: '终止服务后注销备案', en: 'Cancel the filing after the end' },
        timing: {
          type: 'after-event',
          event: 'algorithm-service-ended',
          from: 'on',
          period: { n: 20, unit: 'working-day' },
        },
        mark: 'V',
        sources: [cite('algorithm-provisions', '24', 'V')],
      },
    ],
    authority: CYBERSPACE,
    channel: { zh: '互联网信息服务算法备案系统', en: 'Algorithm filing system' },
    evidence: [
      { zh: '备案编号及公示链接', en: 'Filing number and its published link' },
      { zh: '变更、注销回执', en: 'Receipts of change and cancellation' },
    ],
    sources: [cite('algorithm-provisions', '24', 'V'), cite('algorithm-provisions', '31', 'V')],
    marks: { deadline: 'V', authority: 'V', penalty: 'V' },
    penalties: [
      {
        tier: 'first',
        text: { zh: '依第31条处理，金额未录入', en: 'Under article 31; amounts not recorded' },
        source: cite('algorithm-provisions', '31', 'V'),
      },
    ],
    validFrom: '2022-03-01',
    bindsWithoutLicence: true,
  }),
  otherLawDuty({
    id: 'assess-opinion-capable-service',
    clause: 'X13',
    title: { zh: '舆论属性服务安全评估', en: 'Security assessment of opinion-capable services' },
    wording: {
      zh: '具有舆论属性或社会动员能力的服务，上线、新增功能、规模明显变化等情形自行评估，提交报告。',
      en: 'A service that shapes opinion or mobilises is assessed at launch, with new functions or growth; the report is handed in.',
    },
    kinds: ['event'],
    bearer: { zh: '具有舆论属性或社会动员能力的服务提供者', en: 'Provider of an opinion-capable service' },
    condition: { fact: 'opinion_capable', is: true },
    due: [
      {
        id: 'assess-and-submit-before-launch',
        action: { zh: '上线或变化前评估并提交报告', en: 'Assess and hand in the report before launch or change' },
        timing: { type: 'at-once', event: 'service-launch-planned' },
        mark: 'E',
        sources: [cite('opinion-assessment-2018', '3', 'E'), cite('opinion-assessment-2018', '7', 'E')],
      },
    ],
    authority: {
      printed: null,
      effective: 'several',
      note: { zh: '网信部门和公安机关', en: 'Cyberspace administration and police' },
    },
    channel: { zh: '全国互联网安全管理服务平台', en: 'National Internet security platform' },
    evidence: [
      { zh: '评估报告', en: 'Assessment report' },
      { zh: '提交回执', en: 'Receipt' },
    ],
    sources: [
      cite('opinion-assessment-2018', '2', 'E'),
      cite('opinion-assessment-2018', '3', 'E'),
      cite('opinion-assessment-2018', '7', 'E'),
    ],
    marks: { deadline: 'E', authority: 'E', penalty: 'M' },
    penalties: [
      {
        tier: 'first',
        text: {
          zh: '依网络安全法等处理；适用条款未核实',
          en: 'Under the Cybersecurity Law and others; which article is unverified',
        },
        source: cite('opinion-assessment-2018', null, 'M'),
      },
    ],
    validFrom: '2018-11-30',
    bindsWithoutLicence: true,
  }),
];
