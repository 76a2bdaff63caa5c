// A server with a grid to fill in, a browser before it, and a person's hands on the grid: cells, keys, the real clipboard.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser, Page } from "playwright-core";
import { expect, vi } from "vitest";
import { PASSWORD } from "./accounts";
import { openBrowser, openPage, openVisitor, signIn, type Visitor } from "./browser";
import { putMigratedSqlite } from "./databases";
import { fillGridDatabase, GRID_DAY } from "./entry-grid";
import { findFreePort, startLauncher } from "./launcher";

export interface GridServer {
  readonly browser: Browser;
  readonly address: string;
  /** Somebody who has signed in, on a device of their own with a clipboard. */
  readonly visit: (login: string, device?: { readonly width?: number; readonly touch?: boolean }) => Promise<Visitor>;
  readonly close: () => Promise<void>;
}

/** Starts a server on a database of its own. */
export async function openGridServer(): Promise<GridServer> {
  vi.stubEnv("BASE_URL", ""); // the runner's own meaning of it is no address
  const folder = mkdtempSync(join(tmpdir(), "tien-do-grid-"));
  const file = join(folder, "grid.sqlite");
  await putMigratedSqlite(file);
  await fillGridDatabase(file);
  const env = {
    ...{ HOST: "127.0.0.1", PORT: String(await findFreePort()), TIENDO_TODAY: GRID_DAY },
    DATABASE_URL: `file:${file}`,
  };
  const [server, browser] = await Promise.all([startLauncher("start", { env }), openBrowser()]);
  return {
    ...{ browser, address: server.address },
    visit: async (login, device = {}) => {
      const visitor = await openVisitor(browser, { baseUrl: server.address, ...device });
      await visitor.context.grantPermissions(["clipboard-read", "clipboard-write"]);
      await signIn(visitor.page, login, PASSWORD);
      return visitor;
    },
    close: async () => {
      await browser.close();
      await server.stop("SIGTERM");
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** A grid on a page. Rows are named as they begin, columns counted from 1; column 0 is the row's name. */
export function gridOn(page: Page) {
  const cell = (row: string, column: number) =>
    page
      .getByRole("row", { name: new RegExp(`^${row}`) })
      // Columns far from what is seen are not there, so that they cannot be counted.
      .locator(`[role="gridcell"][aria-colindex="${column + 1}"]`);
  const text = async (row: string, column: number) =>
    (await cell(row, column).locator("span.truncate").first().textContent()) ?? "";
  return {
    ...{ cell, text },
    open: async (address: string) => {
      await openPage(page, address);
      await page.getByRole("grid").waitFor();
    },
    /** Waits until a cell shows a text: what a key did, or what was kept, is drawn a moment later. */
    shows: (row: string, column: number, expected: string) =>
      expect.poll(() => text(row, column), { timeout: 10_000 }).toBe(expected),
    /** Types over a cell and leaves it with Enter. */
    type: async (row: string, column: number, text: string) => {
      await cell(row, column).click();
      await page.keyboard.type(text);
      await page.keyboard.press("Enter");
    },
    paste: async (text: string) => {
      await page.evaluate((written) => navigator.clipboard.writeText(written), text);
      await page.keyboard.press("Control+v");
    },
    /** What the keys put on the clipboard. */
    taken: async (keys: "Control+c" | "Control+x") => {
      await page.keyboard.press(keys);
      return page.evaluate(() => navigator.clipboard.readText());
    },
    save: () => page.getByRole("button", { name: "Lưu", exact: true }).click(),
  };
}
