import {
  CheckCircleOutlined,
  ClockCircleOutlined,
  CloseCircleOutlined,
  QuestionCircleOutlined,
} from '@ant-design/icons';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Tone } from '../palette.ts';
import { useSession } from '../session.tsx';
import { Tag } from '../ui/tag.tsx';
import { type Renewal, useRenewals } from './renewals.ts';

/** Half a year: renewal is applied for 90 days ahead, and the material for it takes as long again. */
const NEARING_DAYS = 180;

type State = 'valid' | 'nearing' | 'noDate' | 'expired' | 'notRenewed' | 'renewed' | 'renewedUntil' | 'filed';

const LOOK: Record<State, { tone: Tone; icon: ReactNode }> = {
  valid: { tone: 'success', icon: <CheckCircleOutlined aria-hidden /> },
  nearing: { tone: 'warning', icon: <ClockCircleOutlined aria-hidden /> },
  noDate: { tone: 'unknown', icon: <QuestionCircleOutlined aria-hidden /> },
  expired: { tone: 'danger', icon: <CloseCircleOutlined aria-hidden /> },
  notRenewed: { tone: 'danger', icon: <CloseCircleOutlined aria-hidden /> },
  renewed: { tone: 'warning', icon: <CheckCircleOutlined aria-hidden /> },
  renewedUntil: { tone: 'success', icon: <CheckCircleOutlined aria-hidden /> },
  filed: { tone: 'warning', icon: <ClockCircleOutlined aria-hidden /> },
};

interface LicenceStateTagProps {
  licenceId: string;
  validTo: string | null;
  daysLeft: number | null;
}

/** Where a licence stands in its life: by its printed validity, and by what was answered about its renewal. */
export function LicenceStateTag({ licenceId, validTo, daysLeft }: LicenceStateTagProps) {
  const { t } = useTranslation();
  const { today } = useSession();
  const renewal = useRenewals()(licenceId);
  const state = validTo !== null && validTo < today ? afterExpiry(renewal, today) : beforeExpiry(daysLeft);
  return <Tag {...LOOK[state]}>{t(`licence.lifeCycle.${state}`, { date: renewal?.until ?? '' })}</Tag>;
}

function beforeExpiry(daysLeft: number | null): State {
  if (daysLeft === null) return 'noDate';
  return daysLeft <= NEARING_DAYS ? 'nearing' : 'valid';
}

function afterExpiry(renewal: Renewal | undefined, today: string): State {
  if (renewal === undefined) return 'expired';
  if (renewal.status === 'not_renewed') return 'notRenewed';
  if (renewal.status === 'filed_in_time') return 'filed';
  if (renewal.until === null) return 'renewed';
  return renewal.until < today ? 'expired' : 'renewedUntil';
}
