// The browser's side of the service worker, which keeps the pages of entry for a time without a line.

const WORKER = "/service-worker.js";
/** As app/service-worker.js/worker.js calls the pages of an account. */
const PAGES = "tien-do.pages ";
const ANSWER_WITHIN_MS = 3_000;
/** The page that is looked at goes before those that may be. */
const AHEAD_AFTER_MS = 3_000;

/** Whether pages can open without a line here: browsers allow that under https and on localhost only. */
export function canOpenOffline(): boolean {
  return window.isSecureContext && "serviceWorker" in navigator;
}

/**
 * Keeps pages of an account for a time without a line: `addresses` as they are now, those `ahead` where there is no
 * copy of them yet. In development nothing is kept, since files change under their names.
 */
export async function keepPages(account: string, addresses: readonly string[], ahead: readonly string[] = []) {
  if (process.env.NODE_ENV !== "production" || !canOpenOffline()) return;
  try {
    await navigator.serviceWorker.register(WORKER);
    const { active } = await navigator.serviceWorker.ready;
    active?.postMessage({ type: "keep", account, addresses: addresses.map(whole), ahead: [] });
    if (ahead.length === 0) return;
    await new Promise((resolve) => setTimeout(resolve, AHEAD_AFTER_MS));
    active?.postMessage({ type: "keep", account, addresses: [], ahead: ahead.map(whole) });
  } catch {
    // A browser that refuses (a private window, storage switched off) works on as one without a service worker.
  }
}

/** Forgets the copy of a page that is no longer one to fill in. */
export function dropPage(address: string): void {
  if (canOpenOffline()) navigator.serviceWorker.controller?.postMessage({ type: "drop", address: whole(address) });
}

/**
 * Forgets pages that another account left here: its session ended without signing out, and somebody else came. In
 * development also the worker of a built server that ran at the same address.
 */
export async function forgetOthersPages(account: string): Promise<void> {
  if (!canOpenOffline()) return;
  if (process.env.NODE_ENV !== "production") return forgetPages();
  const names = await caches.keys();
  const others = names.filter((name) => name.startsWith(PAGES) && name !== PAGES + account);
  await Promise.all(others.map((name) => caches.delete(name)));
}

/** Forgets every kept page and takes the service worker away: the account signs out. */
export async function forgetPages(): Promise<void> {
  if (!canOpenOffline()) return;
  try {
    const registration = await navigator.serviceWorker.getRegistration();
    if (registration?.active) await askWorker(registration.active, { type: "forget" });
    await registration?.unregister();
    for (const name of await caches.keys()) await caches.delete(name);
  } catch {
    // Nothing was kept either.
  }
}

/** Waits for the worker's answer, but not for ever: a worker that hangs must not keep anybody signed in. */
function askWorker(worker: ServiceWorker, wish: { readonly type: "forget" }): Promise<void> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => resolve();
    setTimeout(resolve, ANSWER_WITHIN_MS);
    worker.postMessage(wish, [port2]);
  });
}

function whole(address: string): string {
  return new URL(address, window.location.href).href;
}
