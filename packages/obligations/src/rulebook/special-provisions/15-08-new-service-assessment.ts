import { citeInForce } from '../cite-in-force.ts';
import { TELECOM_AUTHORITY } from '../parties.ts';
import { GENERAL_PENALTY } from '../penalties.ts';
import type { Duty } from '../schema.ts';
import { ownRule, printed } from '../sources.ts';
import { informationServiceDuty, KEPT } from './15-shared.ts';

/** 15.8: the assessment of new technology and services, and its written report. */
export const NEW_SERVICE_ASSESSMENT: readonly Duty[] = [
  informationServiceDuty({
    id: 'keep-new-service-assessment-system',
    clause: '15.8a',
    provision: '15.8',
    title: { zh: '建立新技术新业务安全评估制度', en: 'System for assessing new technology and services' },
    wording: {
      zh: '有成文的新技术新业务安全评估制度：何时评、谁来评、评什么、结论如何落实。',
      en: 'Keep written rules for assessing new technology and services: when, by whom, what, and what follows.',
    },
    kinds: ['standing'],
    authority: KEPT,
    evidence: [
      { zh: '评估制度', en: 'Assessment rules' },
      { zh: '评估项目台账', en: 'Register of assessments' },
    ],
    sources: [printed('15.8')],
    marks: { deadline: null, authority: 'V', penalty: 'M' },
    penalties: GENERAL_PENALTY,
  }),
  informationServiceDuty({
    id: 'assess-new-services',
    clause: '15.8b',
    provision: '15.8',
    title: { zh: '新业务上线或重大变化先评估、后报告', en: 'Assess launches and large changes, then report' },
    wording: {
      zh: '新技术、业务、应用上线（含合作、试点、商用），或资源、技术、功能、用户规模有较大变化，开展安全评估；评估完成后提交书面报告。',
      en: 'Assess each launch, trials and partnerships included, and each large change; hand in a written report afterwards.',
    },
    kinds: ['event'],
    due: [
      {
        id: 'assess-before-launch',
        action: { zh: '上线或变化前完成评估', en: 'Finish the assessment before the launch or change' },
        timing: { type: 'at-once', event: 'service-launch-planned' },
        mark: 'O',
        sources: [
          printed('15.8'),
          ownRule(
            '没有规定评估本身何时做完；按上线前处理。',
            'No rule says when the assessment must be finished; we ask for it before the launch.',
          ),
        ],
      },
      {
        id: 'submit-report',
        action: { zh: '提交书面评估报告', en: 'Hand in the written report' },
        timing: {
          type: 'after-event',
          event: 'security-assessment-completed',
          from: 'on',
          period: { n: 30, unit: 'natural-day' },
        },
        mark: 'V',
        sources: [printed('15.8')],
      },
    ],
    authority: TELECOM_AUTHORITY,
    channel: { zh: '书面；以通信管理局要求为准', en: 'In writing, as the administration asks' },
    evidence: [
      { zh: '评估报告及完成日期', en: 'Report with the day of completion' },
      { zh: '提交回执', en: 'Receipt' },
    ],
    sources: [
      printed('15.8'),
      citeInForce('opinion-assessment-2018', null, 'E'),
      citeInForce('anti-fraud-law', '6', 'V'),
    ],
    marks: { deadline: 'V', authority: 'V', penalty: 'M' },
    penalties: GENERAL_PENALTY,
    notes: [
      {
        text: {
          zh: '30日只见于许可证；2017年的部门规章草案从未施行。',
          en: 'The 30 days stand in the licence only; the ministry’s draft of 2017 never took effect.',
        },
        mark: 'E',
      },
    ],
  }),
];
