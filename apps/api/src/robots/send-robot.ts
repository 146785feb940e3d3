import { OutboundError } from '../outbound/check-target.ts';
import { type Outbound, type OutboundAnswer, postJson } from '../outbound/post-json.ts';
import type { RobotAddress, RobotMessage, RobotOutcome, RobotVendor } from './model.ts';
import { VENDORS } from './vendors.ts';

/** Seconds to wait after a failure that says nothing better. */
const WAIT_SECONDS = 60;
const MAX_TEXT = 300;

/** Sends one message to a robot. Nothing is thrown: whatever happens is an outcome. */
export async function sendRobot(
  outbound: Outbound,
  address: RobotAddress,
  message: RobotMessage,
  now: Date,
): Promise<RobotOutcome> {
  const vendor = VENDORS[address.kind];
  const { url, body } = vendor.request(message, address, now);
  try {
    const target = new URL(url);
    // In the product this is 443 and https; a test has a server of its own.
    const { scheme, ports } = outbound.rules;
    if (scheme !== 'https:') target.protocol = scheme;
    if (ports[0] !== undefined && ports[0] !== 443) target.port = String(ports[0]);
    return outcomeOf(vendor, await postJson(outbound, target, body));
  } catch (error) {
    if (!(error instanceof OutboundError)) throw error;
    return failed('transient', error.fault, error.message);
  }
}

/** Done is only what was answered with a status of success and a code of success. */
export function outcomeOf(vendor: RobotVendor, { status, body, headers }: OutboundAnswer): RobotOutcome {
  const said = vendor.answer(jsonOf(body));
  if (status >= 200 && status < 300 && said?.code === 0) return { result: 'sent', text: clean(said.text) };
  if (said !== null && said.code !== 0) {
    const code = String(said.code);
    if (vendor.permanent.includes(said.code)) return failed('permanent', code, said.text);
    return failed('transient', code, said.text, vendor.tooFast[said.code]);
  }
  const after = Number(headers['retry-after']);
  const wait = Number.isFinite(after) ? Math.min(Math.max(after, WAIT_SECONDS), 86_400) : undefined;
  return failed('transient', status >= 200 && status < 300 ? 'unreadable' : `http-${status}`, '', wait);
}

function failed(
  result: 'permanent' | 'transient',
  code: string,
  text: string,
  waitSeconds: number = WAIT_SECONDS,
): RobotOutcome {
  return { result, code, text: clean(text), waitSeconds };
}

function jsonOf(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return null;
  }
}

/** Words of a stranger, as far as they may be stored and shown. */
function clean(text: string): string {
  const shown = text.replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ').replace(/https?:\/\/\S+/gi, '…');
  return [...shown].slice(0, MAX_TEXT).join('');
}
