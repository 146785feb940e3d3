import { z } from 'zod';
import type { Bilingual } from '../text/bilingual.ts';

/** Posts (岗位) that the checks ask about, and the two that a full-time security manager must not hold as well. */
export const POSTS = {
  'complaint-handler': { zh: '用户投诉受理人员', en: 'Complaint handler' },
  'security-head': { zh: '网络安全负责人', en: 'Head of network security' },
  'security-manager': { zh: '网络与信息安全责任人', en: 'Person responsible for network and information security' },
  'security-staff': { zh: '专职网络与信息安全管理人员', en: 'Full-time network and information security staff' },
  'duty-contact-7x24': { zh: '全天候（7×24）应急联系人', en: 'Emergency contact around the clock (7x24)' },
  'unit-contact': { zh: '网络单元安全联系人', en: 'Security contact of a network unit' },
  'content-reviewer': { zh: '信息内容审核人员', en: 'Content reviewer' },
  'app-reviewer': { zh: '应用软件审核人员', en: 'App reviewer' },
  'account-verifier': { zh: '账号资质审核人员', en: 'Verifier of publisher accounts' },
  'emergency-duty': { zh: '应急值守人员', en: 'Emergency duty' },
  'content-safety-director': { zh: '内容安全总监', en: 'Content safety director' },
  'ecology-head': { zh: '网络信息内容生态治理负责人', en: 'Head of content governance' },
  'algorithm-security': { zh: '算法安全人员', en: 'Algorithm security staff' },
  'anti-fraud': { zh: '反电信网络诈骗责任人', en: 'Person responsible for anti-fraud control' },
  'work-safety': { zh: '安全生产管理人员', en: 'Work-safety manager' },
  'minors-protection': { zh: '未成年人网络保护负责人', en: 'Lead for the protection of minors' },
  'pi-officer': { zh: '个人信息保护负责人', en: 'Personal information protection officer' },
  'pi-handler': { zh: '处理个人信息的人员', en: 'Staff who handle personal information' },
  'data-security-head': { zh: '数据安全负责人', en: 'Head of data security' },
  'data-security-staff': { zh: '数据处理关键岗位人员', en: 'Key staff for data handling' },
  'cii-key-post': { zh: '关键信息基础设施安全关键岗位人员', en: 'Key security post of critical infrastructure' },
  'local-contact': { zh: '当地负责机构联系人', en: 'Contact of a local service body' },
  technical: { zh: '专业技术人员', en: 'Technical staff' },
  finance: { zh: '财务人员', en: 'Finance' },
  sales: { zh: '销售人员', en: 'Sales' },
  other: { zh: '其他岗位', en: 'Other post' },
} as const satisfies Record<string, Bilingual>;

/** Id of a post; part of the public contract. */
export type Post = keyof typeof POSTS;
export const Post = z.enum(Object.keys(POSTS) as [Post, ...Post[]]);

/** Bodies (机构) that the checks ask about. */
export const BODIES = {
  'security-body': { zh: '网络与信息安全管理机构', en: 'Network and information security body' },
  'data-security-body': { zh: '数据安全管理机构', en: 'Data security body' },
  'pi-supervisory-body': { zh: '个人信息保护监督机构', en: 'Body that supervises personal information protection' },
  'work-safety-body': { zh: '安全生产管理机构', en: 'Work-safety body' },
  'cii-security-body': { zh: '关键信息基础设施专门安全管理机构', en: 'Security body of critical infrastructure' },
} as const satisfies Record<string, Bilingual>;

/** Id of a kind of body. */
export type BodyKind = keyof typeof BODIES;
export const BodyKind = z.enum(Object.keys(BODIES) as [BodyKind, ...BodyKind[]]);
