import {
  type AuthenticationResponseJSON,
  browserSupportsWebAuthn,
  type PublicKeyCredentialCreationOptionsJSON,
  type PublicKeyCredentialRequestOptionsJSON,
  type RegistrationResponseJSON,
  startAuthentication,
  startRegistration,
} from '@simplewebauthn/browser';

/** Why the device gave no passkey. */
type DeviceReason = 'declined' | 'known' | 'failed';

/** The device, or the person at it, did not do what was asked; nothing was sent. */
export class DeviceRefusal extends Error {
  readonly reason: DeviceReason;
  constructor(cause: unknown) {
    super('the device gave no passkey', { cause });
    this.reason = reasonOf(cause);
  }
}

/** Whether this browser has passkeys for this page: it has none under a number in the place of a name. */
export function passkeysWork(): boolean {
  return browserSupportsWebAuthn() && !/^[\d.]+$|^\[/.test(window.location.hostname);
}

/** Asks the device to sign with one of its passkeys. */
export async function askForPasskey(
  optionsJSON: PublicKeyCredentialRequestOptionsJSON,
): Promise<AuthenticationResponseJSON> {
  return startAuthentication({ optionsJSON }).catch(refuse);
}

/** Asks the device to make a passkey. */
export async function makePasskey(
  optionsJSON: PublicKeyCredentialCreationOptionsJSON,
): Promise<RegistrationResponseJSON> {
  return startRegistration({ optionsJSON }).catch(refuse);
}

function refuse(cause: unknown): never {
  throw new DeviceRefusal(cause);
}

/** Browsers say little on purpose: a person who declines, a lost key and a time-out look alike. */
function reasonOf(cause: unknown): DeviceReason {
  const name = cause instanceof Error ? cause.name : '';
  if (name === 'NotAllowedError' || name === 'AbortError') return 'declined';
  return name === 'InvalidStateError' ? 'known' : 'failed';
}
