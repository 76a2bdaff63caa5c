// What every page must hold, whatever it shows: it fits all widths, has one main heading, and axe finds nothing serious.
import { AxeBuilder } from "@axe-core/playwright";
import type { Page } from "playwright-core";
import { openPage, overflowOf, type Visitor } from "./browser";

export const WIDTHS = [360, 768, 1366, 1920];
export const LANGUAGES = ["vi", "en"] as const;
/** Axe takes seconds a page: on a phone in Vietnamese, on a desktop in English. */
const AXE_WIDTHS = { vi: 360, en: 1366 };

/** Opens an address; ` first` behind it goes on to the first link of its table. */
export async function openPath({ page }: Visitor, path: string): Promise<void> {
  const [address = "/", first] = path.split(" ");
  await openPage(page, address);
  if (first) await openPage(page, (await page.getByRole("table").getByRole("link").first().getAttribute("href")) ?? "");
}

/** What axe finds serious or critical: the rule and the first places. */
export async function seriousFindings(page: Page): Promise<string[]> {
  // What passes is not listed: listing it takes most of the time. Without frames there is nothing to put together in a
  // page of axe's own, which would double the rest.
  const axe = new AxeBuilder({ page }).setLegacyMode().options({ resultTypes: ["violations"] });
  const { violations } = await axe.analyze();
  return violations
    .filter(({ impact }) => impact === "serious" || impact === "critical")
    .map(
      ({ id, nodes }) =>
        `${id}: ${nodes
          .slice(0, 3)
          .map(({ html }) => html.slice(0, 160))
          .join(" | ")}`,
    );
}

/** Everything that is wrong with pages in a language, one line each. */
export async function findPageProblems(
  visitor: Visitor,
  language: "vi" | "en",
  paths: readonly string[],
): Promise<string[]> {
  const { page } = visitor;
  const findings: string[] = [];
  for (const path of paths) {
    await openPath(visitor, path);
    for (const width of WIDTHS) {
      await page.setViewportSize({ width, height: 900 });
      const overflow = await overflowOf(page);
      if (overflow > 0) findings.push(`${path} at ${width}: ${overflow} px too wide`);
      if (width === AXE_WIDTHS[language]) {
        findings.push(...(await seriousFindings(page)).map((finding) => `${path} at ${width}: ${finding}`));
      }
    }
    const headings = await page.getByRole("heading", { level: 1 }).count();
    if (headings !== 1) findings.push(`${path}: ${headings} main headings`);
    if ((await page.locator("html").getAttribute("lang")) !== language) findings.push(`${path}: another language`);
  }
  return findings;
}
