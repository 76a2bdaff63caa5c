// Lets the pages of entry open and reload without a line (docs/decisions/0101). It keeps pages of one account at a time,
// those that say so themselves, and the static files they need; it never keeps or repeats a write.

/**
 * @typedef {Event & { waitUntil(work: Promise<unknown>): void }} LastingEvent
 * @typedef {LastingEvent & { request: Request, respondWith(answer: Promise<Response>): void }} AskedEvent
 * @typedef {LastingEvent & { data: Wish, ports: MessagePort[] }} WishEvent
 * @typedef {{ type: "keep", account: string, addresses: string[], ahead: string[] }} KeepWish
 * @typedef {KeepWish | { type: "drop", address: string } | { type: "forget" }} Wish
 * @typedef {{ BUILD: string, location: Location, skipWaiting(): Promise<void>, clients: { claim(): Promise<void> } }} WorkerScope
 */

const scope = /** @type {WorkerScope} */ (/** @type {unknown} */ (self));

const PAGES = "tien-do.pages ";
const FILES = "tien-do.files ";
const files = FILES + scope.BUILD;

/** The list of a person's reports: where a page that is not kept leads to. */
const LIST = "/entry";
const KEPT = /^\/entry(?:\/|$)/;

/** How a page says whose it is, and that it may be kept (components/entry/kept-page.tsx). */
const MARK = 'name="tien-do-page" content="';

/** A server that takes longer is not waited for where a copy is kept. */
const PATIENCE_MS = 6_000;
/** A page that was fetched ahead is fetched again when its copy is older. */
const FRESH_MS = 12 * 3_600_000;
/** A page that came through this worker a moment ago is not fetched a second time. */
const JUST_NOW_MS = 5_000;
const BUILD_HEADER = "x-kept-build";
const TIME_HEADER = "x-kept-at";

/** Counts the times that everything was forgotten: what was asked for before is not kept after. */
let forgotten = 0;

self.addEventListener("install", (event) => {
  /** @type {LastingEvent} */ (event).waitUntil(scope.skipWaiting());
});

self.addEventListener("activate", (event) => {
  /** @type {LastingEvent} */ (event).waitUntil(scope.clients.claim());
});

self.addEventListener("message", (event) => {
  const asked = /** @type {WishEvent} */ (/** @type {Event} */ (event));
  const { data, ports } = asked;
  asked.waitUntil(fulfil(data).then(() => ports[0]?.postMessage("done")));
});

self.addEventListener("fetch", (event) => {
  const asked = /** @type {AskedEvent} */ (event);
  const { method, mode, url } = asked.request;
  const { origin, pathname } = new URL(url);
  if (method !== "GET" || origin !== scope.location.origin) return;
  if (pathname.startsWith("/_next/static/")) asked.respondWith(answerFile(asked.request));
  else if (mode === "navigate" && (pathname === "/" || KEPT.test(pathname))) asked.respondWith(answerPage(asked));
});

/** @param {Wish} wish */
async function fulfil(wish) {
  if (wish.type === "keep") await keep(wish);
  else if (wish.type === "drop") await drop(wish.address);
  else await forget();
}

/** Static files never change under their name. @param {Request} request */
async function answerFile(request) {
  const kept = await caches.match(request, { ignoreVary: true });
  if (kept) return kept;
  const response = await fetch(request);
  if (response.status === 200) await putFile(request.url, response.clone());
  return response;
}

/**
 * Keeps a file while pages are kept: this worker still serves the page that follows after signing out.
 * @param {string} href
 * @param {Response} response
 */
async function putFile(href, response) {
  if ((await pageCaches()).length > 0) await (await caches.open(files)).put(href, response);
}

/** The network first; a copy where it fails or takes too long. @param {AskedEvent} event */
async function answerPage(event) {
  const { request } = event;
  const { url } = request;
  const since = forgotten;
  const fresh = fetch(request);
  const answered = fresh.then(
    (response) => response,
    () => null,
  );
  const response = await Promise.race([answered, after(PATIENCE_MS)]);
  if (!response) return (await findPage(url)) ?? (await answered) ?? (await leadToList(url)) ?? fresh;
  if (KEPT.test(new URL(url).pathname)) event.waitUntil(keepAnswer(url, response.clone(), since));
  return response;
}

/** @param {number} ms @returns {Promise<null>} */
function after(ms) {
  return new Promise((resolve) => setTimeout(() => resolve(null), ms));
}

/** @param {string} address */
async function findPage(address) {
  const [name] = await pageCaches();
  if (!name) return null;
  const pages = await caches.open(name);
  const exact = await pages.match(address, { ignoreVary: true });
  return exact ?? (await pages.match(address, { ignoreVary: true, ignoreSearch: true })) ?? null;
}

/** @param {string} address that is not kept */
async function leadToList(address) {
  const isList = new URL(address).pathname === LIST;
  return !isList && (await findPage(new URL(LIST, address).href)) ? Response.redirect(LIST, 302) : null;
}

async function pageCaches() {
  return (await caches.keys()).filter((name) => name.startsWith(PAGES));
}

/**
 * Keeps pages of an account, and forgets those of any other. Pages of earlier builds are fetched anew; when none is
 * left, the files of those builds go.
 * @param {KeepWish} wish
 */
async function keep({ account, addresses, ahead }) {
  const since = forgotten;
  for (const name of await pageCaches()) if (name !== PAGES + account) await caches.delete(name);
  const pages = await caches.open(PAGES + account);
  /** @type {Set<string>} */
  const wanted = new Set();
  for (const address of addresses) if (!(await isKeptSince(JUST_NOW_MS, pages, address))) wanted.add(address);
  for (const address of ahead) if (!(await isKeptSince(FRESH_MS, pages, address))) wanted.add(address);
  for (const { url } of await pages.keys())
    if (!isOfBuild(await pages.match(url, { ignoreVary: true }))) wanted.add(url);
  for (const address of wanted) {
    const response = await fetch(address, { headers: { Accept: "text/html" } }).catch(() => null);
    if (response) await keepAnswer(address, response, since);
  }
  const left = await Promise.all((await pages.keys()).map(({ url }) => pages.match(url, { ignoreVary: true })));
  if (left.every(isOfBuild)) await dropOldFiles();
}

/** @param {Response | undefined} kept */
function isOfBuild(kept) {
  return FILES + kept?.headers.get(BUILD_HEADER) === files;
}

/** @param {number} ms @param {Cache} pages @param {string} address */
async function isKeptSince(ms, pages, address) {
  const kept = await pages.match(address, { ignoreVary: true });
  return isOfBuild(kept) && Date.now() - Number(kept?.headers.get(TIME_HEADER)) < ms;
}

async function dropOldFiles() {
  for (const name of await caches.keys()) if (name.startsWith(FILES) && name !== files) await caches.delete(name);
}

/**
 * Keeps a page with the files it names. One that does not say that it is the account's to keep is forgotten.
 * @param {string} address
 * @param {Response} response
 * @param {number} since what was forgotten when it was asked for
 */
async function keepAnswer(address, response, since) {
  const [name] = await pageCaches();
  const isPage = response.status === 200 && response.headers.get("content-type")?.startsWith("text/html");
  if (!name || !isPage || response.redirected) return;
  const text = await response.text();
  if (!text.includes(MARK + name.slice(PAGES.length))) return drop(address);
  const named = new Set(text.match(/\/_next\/static\/[\w./~%-]+\.(?:js|css)/g));
  await Promise.all([...named].map(keepFile));
  if (since !== forgotten) return;
  const headers = new Headers(response.headers);
  headers.set(BUILD_HEADER, files.slice(FILES.length));
  headers.set(TIME_HEADER, String(Date.now()));
  await (await caches.open(name)).put(address, new Response(text, { headers }));
}

/** Keeps a file; of a style sheet also the letters that Vietnamese needs. @param {string} address */
async function keepFile(address) {
  const { href } = new URL(address, scope.location.href);
  if (await caches.match(href, { ignoreVary: true, cacheName: files })) return;
  const response = await fetch(href).catch(() => null);
  if (response?.status !== 200) return;
  await putFile(href, response.clone());
  if (!href.endsWith(".css")) return;
  const fonts = (await response.text()).match(/url\([^)]*(?:latin|vietnamese)[^)]*\.woff2\)/g) ?? [];
  await Promise.all(fonts.map((font) => keepFile(new URL(font.slice(4, -1).replace(/["']/g, ""), href).href)));
}

/** Forgets a page: it is no longer one to fill in. @param {string} address */
async function drop(address) {
  for (const name of await pageCaches()) await (await caches.open(name)).delete(address, { ignoreVary: true });
}

/** Forgets every page and file: the account signs out. */
async function forget() {
  forgotten += 1;
  for (const name of await caches.keys()) if (name.startsWith("tien-do.")) await caches.delete(name);
}
