import {
  CheckCircleFilled,
  ExclamationCircleFilled,
  InfoCircleFilled,
  QuestionCircleFilled,
  WarningFilled,
} from '@ant-design/icons';
import type { ReactNode } from 'react';
import './notice.css';

type NoticeTone = 'danger' | 'warning' | 'success' | 'info' | 'unknown';

const icons: Record<NoticeTone, ReactNode> = {
  danger: <ExclamationCircleFilled aria-hidden />,
  warning: <WarningFilled aria-hidden />,
  success: <CheckCircleFilled aria-hidden />,
  info: <InfoCircleFilled aria-hidden />,
  unknown: <QuestionCircleFilled aria-hidden />,
};

interface NoticeProps {
  tone: NoticeTone;
  title: ReactNode;
  /** Read out at once when it appears (an error of what the user just did). */
  live?: boolean;
  actions?: ReactNode;
  children?: ReactNode;
}

/** Something the reader must not miss, in the flow of the page: it stays until its cause is gone. */
export function Notice({ tone, title, live = false, actions, children }: NoticeProps) {
  return (
    <div className="zq-notice" data-tone={tone} role={live ? 'alert' : 'note'}>
      <span className="zq-notice-icon">{icons[tone]}</span>
      <div className="zq-notice-body">
        <div className="zq-notice-title">{title}</div>
        {children}
        {actions !== undefined && <div className="zq-notice-actions zq-no-print">{actions}</div>}
      </div>
    </div>
  );
}
