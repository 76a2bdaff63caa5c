// What the process that serves takes of memory while somebody sends files, its workers included, and how long others wait
// meanwhile: the built server, asked over http. Printed as ratios, never asserted.
import { randomBytes } from "node:crypto";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import { addAccount, PASSWORD } from "@/tests/support/accounts";
import { openBrowser, openVisitor, signIn } from "@/tests/support/browser";
import { findFreePort, startLauncher } from "@/tests/support/launcher";
import { listUnits } from "@/db/queries/units";
import type { Store } from "@/db/store";
import { createTranslate } from "@/messages/translate";
import { findProfile } from "@/reports/profiles/find-profile";
import { renderEntryXlsx } from "@/reports/render/entry-xlsx";
import { listReports } from "@/server/loaders/report-lists";
import { readBookRows } from "@/server/uploads/entry-book";
import { buildEntryBook } from "@/server/uploads/entry-sheets";
import { LAST_DAY, openLargeTerm } from "./large-term";

const LIMIT_MB = 400;
const KB_PER_MB = 1_000;
/** Who sends files: the secretary of every cell. */
const SENDER = "tatcachibo";
/** Who wants to see something meanwhile. */
const READER = "lanhdao";
/** As many periods as fit into a workbook that is taken out: 20,000 rows. */
const BOOK_PERIODS = 11;
const XLSX_SHEET = /^xl\/worksheets\/sheet[0-9]+\.xml$/;

/** A server that was asked to do something, as somebody who is signed in there. */
interface Asked {
  readonly address: string;
  readonly pid: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly reader: Readonly<Record<string, string>>;
  readonly idleMegabytes: number;
}

/** The most memory that a process held since `forgetPeak`, in MB. */
function peakOf(pid: number): number {
  const kilobytes = /VmHWM:\s+([0-9]+) kB/.exec(readFileSync(`/proc/${pid}/status`, "latin1"))?.[1];
  return Number(kilobytes) / KB_PER_MB;
}

function forgetPeak(pid: number): void {
  writeFileSync(`/proc/${pid}/clear_refs`, "5");
}

/** Asks for a page again and again while something is done; the waits in milliseconds. */
async function whileAsking<T>({ address, reader: headers }: Asked, work: () => Promise<T>) {
  let isDone = false;
  const waits: number[] = [];
  const asking = (async () => {
    while (!isDone) {
      const startedAt = performance.now();
      // A connection that was idle for too long is closed under it; the next one is not.
      await fetch(`${address}/`, { headers }).then(
        (response) => response.arrayBuffer(),
        () => undefined,
      );
      waits.push(performance.now() - startedAt);
      await wait(100);
    }
  })();
  const startedAt = performance.now();
  const answer = await work().finally(() => (isDone = true));
  const whole = performance.now() - startedAt;
  await asking;
  return { answer, whole, waits: waits.sort((a, b) => a - b) };
}

async function measured<T>(what: string, server: Asked, work: () => Promise<T>): Promise<T> {
  await wait(2_000);
  forgetPeak(server.pid);
  const { answer, whole, waits } = await whileAsking(server, work);
  const peak = peakOf(server.pid);
  const [median = 0, longest = 0] = [waits[Math.floor(waits.length / 2)], waits.at(-1)];
  process.stdout.write(
    `${what}: ${(whole / 1000).toFixed(1)} s; peak ${Math.round(peak)} MB, ` +
      `${(peak / server.idleMegabytes).toFixed(2)} of the idle peak, ${(peak / LIMIT_MB).toFixed(2)} of ${LIMIT_MB} MB; ` +
      `a page meanwhile: median ${Math.round(median)} ms, longest ${Math.round(longest)} ms of ${waits.length}\n`,
  );
  return answer;
}

interface Answer {
  readonly ok: boolean;
  readonly code?: string;
  readonly data?: { readonly hash: string; readonly basis: string; readonly counts: object; readonly figures: number };
}

async function send({ address, headers }: Asked, path: string, body: BodyInit): Promise<Answer> {
  const response = await fetch(`${address}${path}`, {
    ...{ method: "POST", body, duplex: "half" },
    headers: { ...headers, Origin: address, Accept: "application/json", "Content-Type": "application/octet-stream" },
  });
  return (await response.json()) as Answer;
}

async function takeIn(what: string, server: Asked, file: Uint8Array<ArrayBuffer>): Promise<void> {
  const seen = await measured(`${what} looked at`, server, () => send(server, "/entry-files/preview", file));
  process.stdout.write(`  ${JSON.stringify(seen.data?.counts ?? seen)}\n`);
  const { hash = "", basis = "" } = seen.data ?? {};
  const query = new URLSearchParams({ requestId: `bench-${hash.slice(0, 8)}`, hash, basis, skipRefused: "1" });
  const taken = await measured(`${what} taken in`, server, () =>
    send(server, `/entry-files/apply?${query.toString()}`, file),
  );
  process.stdout.write(`  ${taken.ok ? `${taken.data?.figures} figures` : JSON.stringify(taken)}\n`);
}

/** Every row filled in: so many of 29. */
function filledTable(table: Uint8Array, n: number): Uint8Array<ArrayBuffer> {
  return strToU8(strFromU8(table).replace(/;%;[0-9]*;[0-9]*;/g, `;%;${n};29;`));
}

function filledBook(book: Uint8Array, n: number): Uint8Array<ArrayBuffer> {
  const parts = Object.entries(unzipSync(book)).map(([path, content]): [string, Uint8Array] => {
    if (!XLSX_SHEET.test(path)) return [path, content];
    const filled = strFromU8(content).replace(
      /<c r="([LM])([0-9]+)"( s="[0-9]+")(?:\/>|><v>[0-9]+<\/v><\/c>)/g,
      (_, column: string, row: string, style: string) =>
        `<c r="${column}${row}"${style}><v>${column === "L" ? n : 29}</v></c>`,
    );
    return [path, strToU8(filled)];
  });
  return zipSync(Object.fromEntries(parts));
}

/** 50 MB that come in pieces, without saying how many they are. */
function endlessBody(): ReadableStream<Uint8Array> {
  const piece = randomBytes(1_000_000);
  let sent = 0;
  return new ReadableStream({
    pull: (controller) => {
      if (sent === 50) controller.close();
      else controller.enqueue(piece);
      sent += 1;
    },
  });
}

async function sendHostileFiles(server: Asked, book: Uint8Array): Promise<void> {
  const bomb = zipSync({ ...unzipSync(book), "xl/worksheets/sheet1.xml": new Uint8Array(250_000_000) });
  const large = new Uint8Array(randomBytes(50_000_000));
  const files: readonly (readonly [string, () => BodyInit])[] = [
    ["a zip bomb", () => bomb],
    ["a workbook cut off", () => book.slice(0, book.length / 2)],
    ["50 MB", () => large],
    ["50 MB in pieces", endlessBody],
  ];
  for (const [what, body] of files) {
    for (const path of ["/entry-files/preview", "/bundles/preview"]) {
      const answer = await measured(`${what} to ${path}`, server, () => send(server, path, body()).catch(String));
      process.stdout.write(`  ${typeof answer === "string" ? answer : answer.code}\n`);
    }
  }
}

async function sessionOf(address: string, login: string): Promise<{ readonly cookie: string }> {
  const browser = await openBrowser();
  const { page, context } = await openVisitor(browser, { baseUrl: address });
  await signIn(page, login, PASSWORD);
  const cookies = await context.cookies();
  await browser.close();
  return { cookie: cookies.map(({ name, value }) => `${name}=${value}`).join("; ") };
}

async function download({ address, headers }: Asked, query: URLSearchParams): Promise<Uint8Array> {
  const response = await fetch(`${address}/entry-files/download?${query.toString()}`, { headers });
  if (!response.ok) throw new Error(`${response.status}: ${await response.text()}`);
  return new Uint8Array(await response.arrayBuffer());
}

/** Everything that is asked for as one workbook, larger than the server gives out: people may put sheets together. */
async function largeBook(store: Store): Promise<Uint8Array> {
  const wording = { locale: "vi" as const, t: createTranslate("vi") };
  const rows = await store.read(async (db) => {
    const contexts = await listReports(db, await listUnits(db), LAST_DAY);
    return readBookRows(db, contexts, new Set(contexts.map(({ unit }) => unit.id)), wording);
  });
  return renderEntryXlsx(buildEntryBook(rows, { owner: "", today: LAST_DAY, wording }), findProfile("hd05"));
}

async function addPeople(store: Store, units: readonly string[]): Promise<void> {
  const from = "2020-01-01";
  const cells = units.map((unitId) => ({ role: "secretary", unitId, from, to: null }) as const);
  await addAccount(store, SENDER, [{ role: "office", unitId: null, from, to: null }, ...cells]);
  await addAccount(store, READER, [{ role: "leadership", unitId: null, from, to: null }]);
}

/** Measures the built server on SQLite, with 100,800 figures in, twice, and with files that mean harm. */
export async function main(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "tien-do-bench-"));
  const url = `file:${join(folder, "server.sqlite")}`;
  process.env.DATA_DIR = folder;
  const { store, units, periods } = await openLargeTerm(url);
  await addPeople(store, units);
  const book = await largeBook(store);
  await store.close();
  const port = String(await findFreePort());
  const launched = await startLauncher("start", { env: { DATABASE_URL: url, DATA_DIR: folder, PORT: port } });
  try {
    const { address, pid } = launched;
    const [headers, reader] = [await sessionOf(address, SENDER), await sessionOf(address, READER)];
    for (const path of ["/", "/entry/files", "/"]) await (await fetch(address + path, { headers })).arrayBuffer();
    const server: Asked = { address, pid, headers, reader, idleMegabytes: peakOf(pid) };
    process.stdout.write(`idle: peak ${Math.round(server.idleMegabytes)} MB\n`);
    const asked = (kind: string, of: readonly string[]) =>
      new URLSearchParams([["kind", kind], ["unit", ""], ...of.map((id) => ["period", id])]);
    const table = await measured("table out", server, () => download(server, asked("csv", periods)));
    await takeIn("table", server, filledTable(table, 28));
    await takeIn("workbook", server, filledBook(book, 27));
    await sendHostileFiles(server, book);
    await measured("workbook out", server, () => download(server, asked("xlsx", periods.slice(0, BOOK_PERIODS))));
  } finally {
    await launched.stop("SIGTERM");
    rmSync(folder, { recursive: true, force: true });
  }
}
