// npm run screenshots -- [ADDRESS]: the pictures of the README, taken from a running demo.
import { mkdirSync } from "node:fs";
import { chromium } from "playwright-core";
import { DEMO_PASSWORD } from "@/server/workflows/demo-accounts";

const FOLDER = "docs/screenshots";
const DEFAULT_ADDRESS = "http://localhost:3000";

/** Signs in as leadership and writes the overview as a picture; the browser is CHROMIUM, or Debian's. */
export async function main([address = DEFAULT_ADDRESS]: string[]): Promise<void> {
  const browser = await chromium.launch({
    executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
    args: ["--no-sandbox", "--disable-gpu", "--disable-background-networking"],
  });
  try {
    const page = await browser.newPage({ viewport: { width: 1366, height: 900 }, colorScheme: "light" });
    await page.goto(`${address}/sign-in`);
    await page.fill("[name=login]", "lanhdao");
    await page.fill("[name=password]", DEMO_PASSWORD);
    await page.click("[type=submit]");
    await page.waitForURL((url) => !url.pathname.startsWith("/sign-in"));
    await page.waitForLoadState("networkidle");
    mkdirSync(FOLDER, { recursive: true });
    await page.screenshot({ path: `${FOLDER}/overview.png` });
  } finally {
    await browser.close();
  }
}
