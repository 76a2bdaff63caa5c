// What the rows of a file are compared with: every report that can be entered today, found by the codes of a row.
import { listStoredPeriods } from "@/db/queries/periods";
import { listTerms } from "@/db/queries/terms";
import { listUnits } from "@/db/queries/units";
import type { ReadDb } from "@/db/store";
import type { FileRow } from "@/domain/figure-files";
import type { Authorized } from "@/domain/permissions";
import { listReports } from "../loaders/report-lists";
import { allCellWords } from "./file-words";
import { contextKey, periodKey, type Known } from "./plan-upload";
import { readForms } from "./stored-forms";

/** Reads what these rows are about. */
export async function readKnown(
  db: ReadDb,
  actor: Authorized<"figures.enter">,
  rows: readonly FileRow[],
): Promise<Known> {
  const named = new Set(rows.map(({ keys }) => keys.unit));
  const units = (await listUnits(db)).filter(({ code }) => named.has(code));
  const terms = (await listTerms(db)).filter(({ state }) => state !== "draft");
  const periods = new Map<string, boolean>();
  for (const term of terms) {
    for (const { key, startsOn } of await listStoredPeriods(db, term.id)) {
      periods.set(periodKey(term.code, key), startsOn <= actor.on);
    }
  }
  const contexts = await listReports(db, units, actor.on);
  return {
    ...{ actor, periods, words: allCellWords() },
    units: new Set(units.map(({ code }) => code)),
    terms: new Map(terms.map(({ code, state }) => [code, state === "running" ? "running" : "closed"])),
    contexts: new Map(contexts.map((found) => [contextKey(found.term.code, found.unit.code, found.period.key), found])),
    forms: await readForms(db, contexts),
  };
}
