import { CSL_2016_FROM, cite, citeCsl } from '../../rulebook/sources.ts';
import type { StaffingCheck } from '../requirement.ts';
import { check, holders, own } from './shared.ts';

const IS_CII = { fact: 'is_CII', is: true };

/** S22 to S25: critical infrastructure, training, letters of responsibility. */
export const CRITICAL_AND_TRAINED_STAFF: readonly StaffingCheck[] = [
  check({
    id: 'S22',
    title: { zh: '关键信息基础设施：专门机构与背景审查', en: 'Critical infrastructure: body and background checks' },
    clause: null,
    dutyId: null,
    condition: IS_CII,
    bindsWithoutLicence: true,
    validFrom: '2021-09-01',
    requirements: [
      {
        kind: 'body',
        id: 'body',
        text: { zh: '设有专门安全管理机构', en: 'there is a security body of its own' },
        body: 'cii-security-body',
        has: 'existence',
        sources: [cite('cii-regulations', '14', 'V')],
      },
      {
        kind: 'every-holder',
        id: 'background',
        text: { zh: '机构负责人和关键岗位人员经过背景审查', en: 'head and key staff have passed a background check' },
        posts: ['cii-key-post'],
        orHeadOf: 'cii-security-body',
        has: { certificate: 'background-check' },
        sources: [cite('cii-regulations', '14', 'V')],
      },
    ],
  }),
  check({
    id: 'S23',
    title: { zh: '个人信息处理人员培训', en: 'Training of staff who handle personal information' },
    clause: '7a',
    dutyId: null,
    condition: { fact: 'handles_personal_information', is: true },
    requirements: [
      {
        kind: 'every-holder',
        id: 'trained',
        text: { zh: '处理个人信息的人员都受过培训', en: 'everybody who handles personal information was trained' },
        posts: ['pi-handler'],
        has: { training: 'personal-information' },
        sources: [cite('order-24', '15', 'E')],
      },
      {
        kind: 'every-holder',
        id: 'recent',
        text: { zh: '培训在有效天数之内', en: 'the training is recent enough' },
        posts: ['pi-handler'],
        has: { training: 'personal-information', within: 'training-days' },
        ...own('周期法律未定。', 'No law sets the rhythm.', cite('order-24', '15', 'E')),
      },
    ],
  }),
  check({
    id: 'S24',
    title: { zh: '数据安全岗位与责任书', en: 'Data security posts and letters of responsibility' },
    clause: null,
    dutyId: null,
    condition: { fact: 'important_data', is: true },
    validFrom: '2023-01-01',
    requirements: [
      holders(['data-security-head'], {
        id: 'head',
        text: { zh: '有数据安全负责人', en: 'there is a head of data security' },
        sources: [cite('miit-data-166', null, 'E')],
      }),
      {
        kind: 'every-holder',
        id: 'letters',
        text: {
          zh: '数据处理关键岗位人员签署数据安全责任书',
          en: 'key data staff have signed a letter of responsibility for data security',
        },
        posts: ['data-security-head', 'data-security-staff'],
        has: { letter: 'confidentiality' },
        sources: [cite('miit-data-166', null, 'E')],
      },
    ],
    note: {
      zh: '负责人、关键岗位和责任书是对重要数据、核心数据处理者的要求，一般数据处理者不在此列。',
      en: 'Head, key posts and letters are asked of handlers of important and core data, not of every handler.',
    },
  }),
  check({
    id: 'S25',
    title: { zh: '关键信息基础设施人员培训与技能考核', en: 'Critical infrastructure: training and skill test' },
    clause: null,
    dutyId: null,
    condition: IS_CII,
    bindsWithoutLicence: true,
    validFrom: CSL_2016_FROM,
    requirements: [
      {
        kind: 'every-holder',
        id: 'trained',
        text: { zh: '关键岗位人员受过网络安全培训', en: 'key staff were trained in network security' },
        posts: ['cii-key-post'],
        has: { training: 'cii-security' },
        sources: citeCsl('34', '36', { text2016: 'M', text2026: 'M' }),
      },
      {
        kind: 'every-holder',
        id: 'recent',
        text: { zh: '培训在有效天数之内', en: 'the training is recent enough' },
        posts: ['cii-key-post'],
        has: { training: 'cii-security', within: 'training-days' },
        ...own('法律只说“定期”。', 'The law only says “regularly”.'),
      },
      {
        kind: 'every-holder',
        id: 'skill-test',
        text: { zh: '关键岗位人员通过技能考核', en: 'key staff passed a skill test' },
        posts: ['cii-key-post'],
        has: { certificate: 'skill-test' },
        sources: citeCsl('34', '36', { text2016: 'M', text2026: 'M' }),
      },
    ],
  }),
];
