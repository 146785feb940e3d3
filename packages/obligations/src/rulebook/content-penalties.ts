import type { Penalty } from './schema.ts';
import { CSL_2016_FROM, CSL_2016_TO, CSL_2026_FROM, cite } from './sources.ts';

/** Transmitting banned content or not stopping it: up to the loss of the licence. */
export const BANNED_CONTENT_PENALTY: Penalty[] = [
  {
    tier: 'first',
    text: { zh: '责令改正', en: 'Order to correct' },
    source: cite('internet-information-measures', '23', 'V'),
  },
  {
    tier: 'aggravated',
    text: {
      zh: '情节严重的，吊销经营许可证',
      en: 'In serious cases the licence is revoked',
    },
    source: cite('internet-information-measures', '23', 'V'),
  },
  {
    tier: 'aggravated',
    text: {
      zh: '造成严重后果的，吊销经营许可证（电信条例）',
      en: 'With grave consequences the licence is revoked (telecom regulations)',
    },
    source: cite('telecom-regulations', '77', 'V'),
  },
];

/** Not stopping banned content, in both texts of the Cybersecurity Law; articles and amounts are from memory. */
export const CONTENT_FINES: Penalty[] = [
  {
    tier: 'first',
    text: {
      zh: '网络安全法：处5万元以上50万元以下罚款（条号、金额未核实）',
      en: 'Cybersecurity Law: 50,000 to 500,000 yuan (article and amounts unverified)',
    },
    minYuan: 50_000,
    maxYuan: 500_000,
    source: cite('csl-2026', null, 'M'),
    validFrom: CSL_2026_FROM,
  },
  {
    tier: 'aggravated',
    text: {
      zh: '网络安全法：情节严重的，处50万元以上200万元以下罚款（条号、金额未核实）',
      en: 'Cybersecurity Law: in serious cases 500,000 to 2,000,000 yuan (article and amounts unverified)',
    },
    minYuan: 500_000,
    maxYuan: 2_000_000,
    source: cite('csl-2026', null, 'M'),
    validFrom: CSL_2026_FROM,
  },
  {
    tier: 'aggravated',
    text: {
      zh: '网络安全法：后果特别严重的，处200万元以上1000万元以下罚款（条号、金额未核实）',
      en: 'Cybersecurity Law: with especially grave consequences 2,000,000 to 10,000,000 yuan (article and amounts unverified)',
    },
    minYuan: 2_000_000,
    maxYuan: 10_000_000,
    source: cite('csl-2026', null, 'M'),
    validFrom: CSL_2026_FROM,
  },
  {
    tier: 'first',
    text: {
      zh: '网络安全法2016年文本第68条，金额未录入',
      en: 'Cybersecurity Law, article 68 of the 2016 text; amounts not recorded',
    },
    source: cite('csl-2016', '68', 'M'),
    validFrom: CSL_2016_FROM,
    validTo: CSL_2016_TO,
  },
];
