// What the rows of a file are compared with: every report that can be entered today, found by the codes of a row.
import { listCountingFigures, type CountingFigure } from "@/db/queries/figures";
import { listStoredPeriods } from "@/db/queries/periods";
import { listTerms } from "@/db/queries/terms";
import { listUnits } from "@/db/queries/units";
import type { ReadDb } from "@/db/store";
import { firstChange, readBefore } from "@/domain/cell-texts";
import { may, type Authorized } from "@/domain/permissions";
import { EMPTY_FIGURE, typedFigureOf } from "@/domain/typed-figures";
import { listReports } from "../loaders/report-lists";
import type { ReportContext } from "../report-context";
import { allCellWords } from "./file-words";
import { contextKey, periodKey, type Known } from "./plan-upload";
import type { OpenedUpload } from "./read-upload";
import { readForms } from "./stored-forms";

/** What the rows of a file speak of, by codes. */
export interface NamedUnits {
  readonly units: ReadonlySet<string>;
  /** Those with a row whose cells may be others than when the file was made. */
  readonly touched: ReadonlySet<string>;
}

/** Looks through a file for the units that it names. */
export async function readNamedUnits({ readRows }: OpenedUpload): Promise<NamedUnits> {
  const [units, touched] = [new Set<string>(), new Set<string>()];
  await readRows(({ keys, before, cells }) => {
    units.add(keys.unit);
    if (!touched.has(keys.unit) && firstChange(readBefore(before), cells) !== null) touched.add(keys.unit);
  });
  return { units, touched };
}

/** Reads what a file is about. */
export async function readKnown(db: ReadDb, actor: Authorized<"figures.enter">, named: NamedUnits): Promise<Known> {
  const units = (await listUnits(db)).filter(({ code }) => named.units.has(code));
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
    shown: await readShown(db, actor, contexts, named.touched),
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
  touched: ReadonlySet<string>,
): Promise<Known["shown"]> {
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
