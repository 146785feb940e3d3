import { z } from 'zod';

/** Vendors of group robots. */
export const RobotKind = z.enum(['wecom', 'dingtalk', 'feishu']);
export type RobotKind = z.infer<typeof RobotKind>;

/** What a robot is to say, in plain text: escaping is the vendor's own affair. */
export interface RobotMessage {
  title: string;
  /** One for each item, the most pressing first. What does not fit is counted, not cut in half. */
  lines: readonly string[];
  /** `…等 n 项`, said when lines are left out. */
  more: (left: number) => string;
  link: { text: string; url: string };
}

/** Where a robot is, and what it signs with. */
export interface RobotAddress {
  kind: RobotKind;
  url: string;
  secret: string | null;
}

/** A message as the vendor takes it. */
export interface RobotRequest {
  url: string;
  body: string;
}

/**
 * What became of a message. `permanent`: the robot is gone or was set up differently, and asking again is of no use.
 * `transient`: later, and not before `waitSeconds`.
 */
export type RobotOutcome =
  | { result: 'sent'; text: string }
  | { result: 'permanent' | 'transient'; code: string; text: string; waitSeconds: number };

/** How often a robot may speak. */
export interface RobotLimits {
  perMinute: number;
  /** Null: only the minute counts. */
  perSecond: number | null;
}

/** What one vendor does its own way. */
export interface RobotVendor {
  host: readonly string[];
  /** Path of its addresses, with the secret part. */
  path: RegExp;
  /** Query parameter that holds the token; null when the path does. */
  token: string | null;
  signs: boolean;
  limits: RobotLimits;
  request: (message: RobotMessage, address: RobotAddress, now: Date) => RobotRequest;
  /** Code and words in a body that was answered with status 200. */
  answer: (body: unknown) => { code: number; text: string } | null;
  permanent: readonly number[];
  /** Codes of "too fast", with the seconds to wait. */
  tooFast: Readonly<Record<number, number>>;
}
