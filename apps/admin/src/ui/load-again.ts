const KEY = 'zq-loaded-again';
const PAUSE_MS = 60_000;

/**
 * A page that was opened before the product was updated asks for parts that are there no more. It is loaded again, once:
 * when that does not help, the page says that it could not be shown.
 */
export function loadAgainWhenReplaced(): void {
  window.addEventListener('vite:preloadError', (event) => {
    const last = Number(sessionStorage.getItem(KEY) ?? 0);
    if (performance.timeOrigin - last < PAUSE_MS) return;
    event.preventDefault();
    sessionStorage.setItem(KEY, String(performance.timeOrigin + performance.now()));
    window.location.reload();
  });
}
