/** The nonce of this page's policy header, which the server wrote into the page. Empty in watch mode. */
export const styleNonce = document.querySelector<HTMLMetaElement>('meta[name="csp-nonce"]')?.content ?? '';

/**
 * Gives the nonce to every style element that a script of this page makes. antd takes a nonce for its own styles, but
 * the scroll lock of its dialogs and drawers injects one without, and has no setting for it; the browser would refuse
 * it. Scripts come from our own origin alone, so nobody gains a right by this.
 */
export function giveStylesTheNonce(): void {
  const create = document.createElement.bind(document);
  document.createElement = (name: string, options?: ElementCreationOptions) => {
    const element = create(name, options);
    if (element instanceof HTMLStyleElement) element.nonce = styleNonce;
    return element;
  };
}
