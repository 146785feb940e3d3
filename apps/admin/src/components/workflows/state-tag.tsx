import {
  BankOutlined,
  CheckCircleOutlined,
  CloseCircleOutlined,
  FormOutlined,
  SyncOutlined,
  UserOutlined,
} from '@ant-design/icons';
import type { ReactNode } from 'react';
import { useSay } from '../../i18n/language.ts';
import type { Tone } from '../../palette.ts';
import { Tag } from '../../ui/tag.tsx';
import type { WorkflowRow } from './workflow.ts';

const LOOK: Record<WorkflowRow['stateKind'], { tone: Tone; icon: ReactNode }> = {
  start: { tone: 'neutral', icon: <FormOutlined aria-hidden /> },
  ongoing: { tone: 'info', icon: <SyncOutlined aria-hidden /> },
  'waiting-for-us': { tone: 'warning', icon: <FormOutlined aria-hidden /> },
  'waiting-for-client': { tone: 'warning', icon: <UserOutlined aria-hidden /> },
  'waiting-for-authority': { tone: 'info', icon: <BankOutlined aria-hidden /> },
  'ended-good': { tone: 'success', icon: <CheckCircleOutlined aria-hidden /> },
  'ended-bad': { tone: 'danger', icon: <CloseCircleOutlined aria-hidden /> },
};

/** Where a piece of work stands, in the words of its kind. */
export function WorkflowStateTag({ stateKind, stateName }: Pick<WorkflowRow, 'stateKind' | 'stateName'>) {
  const say = useSay();
  return <Tag {...LOOK[stateKind]}>{say(stateName)}</Tag>;
}
