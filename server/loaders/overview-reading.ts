// The overview from a consistent snapshot, without a request: what the page shows and what a rehearsed import would show.
import type { ReadDb } from "@/db/handle";
import { hasIllustrativeFigures } from "@/db/queries/figures";
import { listTaskGroups } from "@/db/queries/tasks";
import { listTerms } from "@/db/queries/terms";
import { countMonthsEnded, monthsOf } from "@/domain/dates";
import { statusOf } from "@/domain/statuses";
import { createTranslate } from "@/messages/translate";
import { readAskedView, visibleTerms } from "./asked-view";
import type { Wording } from "./figure-texts";
import { buildMeasureView } from "./measure-views";
import { readReporting } from "./missing-reports";
import type { Looking, OverviewTarget, OverviewView } from "./overview";
import { buildTodo } from "./overview-todo";
import { buildTaskGroups } from "./task-group-views";
import { readTermResults, type TargetResult, type TermLook } from "./term-results";

/** A term at a day and on a basis; null while there is no term that may be looked at. */
export async function readOverview(
  db: ReadDb,
  { query, today, locale, drafts = false }: Looking,
  mayExport: boolean,
): Promise<OverviewView | null> {
  const asked = readAskedView(visibleTerms(await listTerms(db), drafts), query, today);
  if (asked === null) return null;
  const { term, state } = asked;
  const wording: Wording = { locale, t: createTranslate(locale) };
  const look: TermLook = { term, unitId: null, asOf: state.asOf, basis: state.basis };
  const results = await readTermResults(db, look);
  const reports = await readReporting(db, results, look, wording);
  const taskGroups = buildTaskGroups(
    await listTaskGroups(db, term.id),
    { units: results.units, targets: results.targets.map(({ target }) => target) },
    state.asOf,
  );
  return {
    state,
    termName: term.name,
    final: results.achievement.final,
    illustrative: await hasIllustrativeFigures(db, term.id),
    monthsPassed: countMonthsEnded(term, state.asOf),
    monthsTotal: monthsOf(term).length,
    reports,
    targets: results.targets.map((target) => buildTarget(target, wording)),
    todo: buildTodo(results.targets, reports.missing, taskGroups, wording),
    taskGroups,
    mayExport,
  };
}

function buildTarget({ target, achievement, measures }: TargetResult, wording: Wording): OverviewTarget {
  return {
    code: target.code,
    position: target.position,
    name: target.name,
    provenance: target.provenance ?? "stated",
    status: statusOf(achievement),
    measures: measures.map((measure) => buildMeasureView(measure, wording)),
  };
}
