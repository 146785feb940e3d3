import { chooseOrganisation } from './session.tsx';

/** Links in mails name the organisation that they lead into; it is chosen and taken out of the address. */
export function takeOrganisationFromAddress(): void {
  const address = new URL(window.location.href);
  const organisation = address.searchParams.get('org');
  if (organisation === null) return;
  address.searchParams.delete('org');
  window.history.replaceState(window.history.state, '', address);
  if (/^org_[0-9a-f]{32}$/.test(organisation)) chooseOrganisation(organisation);
}
