// What the rows of a file are compared with: every report that can be entered today, found by the codes of a row.
import { listCountingFigures, type CountingFigure } from "@/db/queries/figures";
import { listStoredPeriods } from "@/db/queries/periods";
import { listTerms } from "@/db/queries/terms";
import { listUnits } from "@/db/queries/units";
import type { ReadDb } from "@/db/store";
import type { FileRow } from "@/domain/figure-files";
import { firstChange, readBefore } from "@/domain/cell-texts";
import { may, type Authorized } from "@/domain/permissions";
import { EMPTY_FIGURE, typedFigureOf } from "@/domain/typed-figures";
import { listReports } from "../loaders/report-lists";
import type { ReportContext } from "../report-context";
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
    forms: await readForms(
      db,
      contexts.filter((context) => enters(actor, context)),
    ),
    shown: await readShown(db, actor, contexts, rows),
  };
}

function enters(actor: Authorized<"figures.enter">, { unit: { id } }: ReportContext): boolean {
  return may(actor, "figures.enter", id, actor.on);
}

/** What counts of other units whose reports this person sees: only where a row of the file may have been changed. */
async function readShown(
  db: ReadDb,
  actor: Authorized<"figures.enter">,
  contexts: readonly ReportContext[],
  rows: readonly FileRow[],
): Promise<Known["shown"]> {
  const touched = new Set(
    rows.filter(({ before, cells }) => firstChange(readBefore(before), cells) !== null).map(({ keys }) => keys.unit),
  );
  const sees = ({ unit: { id } }: ReportContext) => may(actor, "submissions.view", id, actor.on);
  const asked = contexts.filter(
    (context) => touched.has(context.unit.code) && sees(context) && !enters(actor, context),
  );
  const figures = new Map<string, CountingFigure>();
  for (const termId of new Set(asked.map(({ term }) => term.id))) {
    const unitIds = [...new Set(asked.map(({ unit }) => unit.id))];
    for (const figure of await listCountingFigures(db, { termId, unitIds }, "provisional")) {
      figures.set(`${figure.unitId} ${figure.periodId} ${figure.measureId}`, figure);
    }
  }
  return (context, measureId) => {
    if (!sees(context)) return null;
    const figure = figures.get(`${context.unit.id} ${context.period.id} ${measureId}`);
    return figure ? typedFigureOf(figure.value, figure.note) : EMPTY_FIGURE;
  };
}
