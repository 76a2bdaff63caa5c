// How fast the overview is: requests per second, signed in and on the sample, against a page of the same server that
// renders the same components from constants. Printed, never asserted: only the ratio of one run means something.
import { mkdtempSync, rmSync } from "node:fs";
import { Agent, get } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { chromium } from "playwright-core";
import { ensureChromium } from "@/scripts/launch/browser.mjs";
import { DEMO_PASSWORD } from "@/server/workflows/demo-accounts";
import { findFreePort, startLauncher } from "../support/launcher";

const ROUNDS = 7;
const ROUND_MS = 4_000;
const CONCURRENCY = 4;

const PAGES = { overview: "/", constants: "/bench/overview" } as const;

type Page = keyof typeof PAGES;

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

async function signInCookie(address: string): Promise<string> {
  const executablePath = await ensureChromium();
  if (executablePath === null) throw new Error("Signing in needs a browser.");
  const browser = await chromium.launch({
    executablePath,
    args: ["--no-sandbox", "--disable-gpu", "--disable-background-networking"],
  });
  try {
    const page = await browser.newPage();
    await page.goto(`${address}/sign-in`);
    await page.getByLabel("Tên đăng nhập").fill("vanphong");
    await page.getByLabel("Mật khẩu", { exact: true }).fill(DEMO_PASSWORD);
    await page.getByRole("button", { name: "Đăng nhập" }).click();
    await page.getByRole("table").first().waitFor();
    const cookies = await page.context().cookies();
    return cookies.map(({ name, value }) => `${name}=${value}`).join("; ");
  } finally {
    await browser.close();
  }
}

function request(url: string, cookie: string, agent: Agent): Promise<number> {
  return new Promise((resolve, reject) => {
    get(url, { agent, headers: { cookie } }, (response) => {
      let bytes = 0;
      response.on("data", (chunk: Buffer) => (bytes += chunk.length));
      response.on("end", () => {
        if (response.statusCode === 200) resolve(bytes);
        else reject(new Error(`${url} answered ${response.statusCode}`));
      });
    }).on("error", reject);
  });
}

/** Requests per second of one page during one round, and the bytes of its last answer. */
async function runRound(url: string, cookie: string): Promise<{ readonly perSecond: number; readonly bytes: number }> {
  const agent = new Agent({ keepAlive: true, maxSockets: CONCURRENCY });
  const startedAt = performance.now();
  let count = 0;
  let bytes = 0;
  const work = async () => {
    while (performance.now() - startedAt < ROUND_MS) {
      bytes = await request(url, cookie, agent);
      count += 1;
    }
  };
  await Promise.all(Array.from({ length: CONCURRENCY }, work));
  const seconds = (performance.now() - startedAt) / 1_000;
  agent.destroy();
  return { perSecond: count / seconds, bytes };
}

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
}

/** Starts the demo, measures both pages in turn, prints a line a round and the ratio of the medians. */
export async function main(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "tien-do-bench-"));
  const env = {
    PORT: String(await findFreePort()),
    DATABASE_URL: `file:${join(folder, "demo.sqlite")}`,
    TIENDO_BENCH: "1",
  };
  const server = await startLauncher("demo", { env });
  try {
    const cookie = await signInCookie(server.address);
    const speeds: Record<Page, number[]> = { overview: [], constants: [] };
    for (const page of ["overview", "constants"] as const) await runRound(server.address + PAGES[page], cookie);
    for (let round = 1; round <= ROUNDS; round += 1) {
      const overview = await runRound(server.address + PAGES.overview, cookie);
      const constants = await runRound(server.address + PAGES.constants, cookie);
      speeds.overview.push(overview.perSecond);
      speeds.constants.push(constants.perSecond);
      const told = [overview, constants].map(({ perSecond, bytes }) => `${perSecond.toFixed(1)}/s (${bytes} bytes)`);
      say(`round ${round}: overview ${told[0]}, constants ${told[1]}`);
    }
    const ratio = median(speeds.overview) / median(speeds.constants);
    say(
      `overview ${median(speeds.overview).toFixed(1)}/s, constants ${median(speeds.constants).toFixed(1)}/s, ratio ${ratio.toFixed(2)}`,
    );
  } finally {
    await server.stop("SIGTERM");
    rmSync(folder, { recursive: true, force: true });
  }
}
