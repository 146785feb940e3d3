import { cite } from '../../rulebook/sources.ts';
import { STAFFING_PARAMETERS } from '../parameters.ts';
import type { StaffingCheck } from '../requirement.ts';
import { check, DATA_CENTRE_OR_ACCESS, holders, own } from './shared.ts';

/** S9 to S12: contacts of network units, contacts around the clock, data centres and access, insured staff. */
export const CONTACTS_AND_NUMBERS: readonly StaffingCheck[] = [
  check({
    id: 'S9',
    title: { zh: '网络单元安全联系人', en: 'Security contact of network units' },
    clause: '6a',
    dutyId: null,
    condition: { fact: 'network_units', notEmpty: true },
    requirements: [
      {
        kind: 'unit-contacts',
        id: 'contact',
        text: { zh: '每个网络单元的备案联系人在职', en: 'the filed contact of each network unit works here' },
        post: 'unit-contact',
        sources: [cite('order-11', null, 'E')],
      },
    ],
    note: {
      zh: '备案须填写联系人（令第11号，E）；联系人须为在职员工是本产品读法。',
      en: 'A filing names a contact (Order 11, E); that the contact must be an employee is our reading.',
    },
  }),
  check({
    id: 'S10',
    title: { zh: '责任人与全天候联系人', en: 'Responsible person and contacts around the clock' },
    clause: null,
    dutyId: null,
    requirements: [
      holders(['security-manager', 'security-head'], {
        id: 'responsible',
        text: { zh: '网络与信息安全责任人，登记了电话', en: 'person responsible for security, with a phone' },
        need: { parameter: 'security-responsible-persons' },
        qualities: ['phone'],
        sources: [STAFFING_PARAMETERS['security-responsible-persons'].source],
      }),
      holders(['duty-contact-7x24'], {
        id: 'access-contacts',
        text: {
          zh: '全天候应急联系人，电话各不相同',
          en: 'emergency contacts around the clock, each with a phone of their own',
        },
        when: DATA_CENTRE_OR_ACCESS,
        need: { parameter: 'contacts-7x24-access' },
        distinctPhones: true,
        sources: [cite('notice-2012-552', null, 'E')],
        validFrom: '2012-12-01',
      }),
      holders(['duty-contact-7x24'], {
        id: 'contacts',
        text: { zh: '全天候联系人，电话各不相同', en: 'contacts around the clock, each with a phone of their own' },
        when: { not: DATA_CENTRE_OR_ACCESS },
        need: { parameter: 'contacts-7x24' },
        distinctPhones: true,
        sources: [STAFFING_PARAMETERS['contacts-7x24'].source],
      }),
      {
        kind: 'rota',
        id: 'rota',
        text: { zh: '值班排班全周无空档', en: 'the duty rota has no hole in the week' },
        post: 'duty-contact-7x24',
        covers: 'all-week',
        ...own('“全天候”由排班证明。', 'A rota proves “around the clock”.'),
      },
    ],
    note: {
      zh: '通告只针对数据中心和接入服务；其他企业为年报填报中的业界做法。',
      en: 'The notice is addressed to data centres and access services; for others it is practice of the annual report.',
    },
  }),
  check({
    id: 'S11',
    title: {
      zh: '数据中心、接入服务的专职安全人员',
      en: 'Full-time security staff of data centres and access services',
    },
    clause: null,
    dutyId: null,
    condition: DATA_CENTRE_OR_ACCESS,
    validFrom: '2012-12-01',
    requirements: [
      holders(['security-staff'], {
        id: 'full-time',
        text: { zh: '按网站数配备的专职安全人员', en: 'full-time security staff by the number of sites' },
        need: { parameter: 'security-staff-per-10000-sites', forEach: { fact: 'hosted_sites_count', of: 10_000 } },
        qualities: ['full-time'],
        sources: [cite('notice-2012-552', null, 'E')],
      }),
    ],
    note: {
      zh: '不足一万个网站按一万个计（本产品理解）。',
      en: 'Fewer than 10,000 sites count as 10,000 (our reading).',
    },
  }),
  check({
    id: 'S12',
    title: { zh: '专业人员（社会保险证明）', en: 'Professionals, shown by social insurance' },
    clause: null,
    dutyId: null,
    requirements: [
      {
        kind: 'insured-staff',
        id: 'insured',
        text: { zh: '由本公司缴纳社会保险的人员', en: 'staff whose social insurance the company pays' },
        need: { parameter: 'insured-staff' },
        months: 'insured-months',
        sources: [STAFFING_PARAMETERS['insured-staff'].source, cite('order-42', '6', 'E')],
      },
    ],
    note: {
      zh: '法律只要求有与经营活动相适应的专业人员（令第42号第6条，E）；人数是申请、延续时的业界做法。',
      en: 'The law only asks for professionals fit for the activity (Order 42 art 6, E); the number is practice at application and renewal.',
    },
  }),
];
