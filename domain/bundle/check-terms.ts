// What must hold within a term of a bundle and between terms (CALCULATION.md §7).
import { addDays, asCalendarDate } from "../dates";
import { checkFigures, periodKeysOf, type PeriodKeys } from "./check-figures";
import { checkReference, checkReferences, checkUnique } from "./check-ids";
import { checkMeasure } from "./check-measures";
import { checkReports } from "./check-reports";
import { termModel } from "./model";
import type { ProblemList } from "./problems";
import type { Bundle, BundleTerm } from "./schema";

type Path = readonly PropertyKey[];

/** A term under examination: where it stands and what it may refer to. */
interface TermCheck {
  readonly bundle: Bundle;
  readonly term: BundleTerm;
  readonly path: Path;
  readonly unitIds: ReadonlySet<string>;
  readonly problems: ProblemList;
}

function checkYearBounds({ term, path, problems }: TermCheck): void {
  (term.years ?? []).forEach((year, index) => {
    const at = [...path, "years", index];
    if (year.endsOn < year.startsOn) {
      problems.add([...at, "endsOn"], "ends_before_start", { date: year.endsOn });
    }
    for (const key of ["startsOn", "endsOn"] as const) {
      if (year[key] < term.startsOn || year[key] > term.endsOn) {
        problems.add([...at, key], "years_leave_term", { date: year[key] });
      }
    }
  });
}

/** The years, in the order of time, begin with the term, follow each other day by day and end with it. */
function checkYearSequence({ term, path, problems }: TermCheck): void {
  const years = (term.years ?? []).map((year, index) => ({ ...year, index }));
  years.sort((a, b) => (a.startsOn < b.startsOn ? -1 : 1));
  let covered: string | null = null;
  for (const { startsOn, endsOn, index } of years) {
    const at = [...path, "years", index, "startsOn"];
    if (covered !== null && startsOn <= covered) {
      problems.add(at, "years_overlap", { date: startsOn });
    } else {
      const expected: string = covered === null ? term.startsOn : addDays(asCalendarDate(covered), 1);
      if (startsOn > expected) problems.add(at, "years_gap", { date: expected });
    }
    if (covered === null || endsOn > covered) covered = endsOn;
  }
  const last = years.at(-1);
  if (last !== undefined && covered !== null && covered < term.endsOn) {
    const from = addDays(asCalendarDate(covered), 1);
    problems.add([...path, "years", last.index, "endsOn"], "years_gap", { date: from });
  }
}

/** A figure's period is named by its key alone, so no year is called like a month, quarter or half-year of the term. */
function checkYearIds({ term, path, problems }: TermCheck, keys: PeriodKeys): void {
  const calendar = ["month", "quarter", "half", "term"] as const;
  (term.years ?? []).forEach(({ id }, index) => {
    const isTaken = calendar.some((frequency) => keys.get(frequency)?.has(id) === true);
    if (isTaken) problems.add([...path, "years", index, "id"], "reserved_year_id", { id });
  });
}

function checkTargets({ term, path, unitIds, problems }: TermCheck): void {
  checkUnique(
    term.targets.map(({ id }) => id),
    [...path, "targets"],
    problems,
  );
  const years = new Set(termModel(term).years.map(({ id }) => id));
  const seen = new Set<string>();
  term.targets.forEach((target, index) =>
    target.measures.forEach((measure, position) => {
      const at = [...path, "targets", index, "measures", position];
      // Figures name a measure by its id alone, so it is unique in the whole term.
      if (seen.has(measure.id)) problems.add([...at, "id"], "duplicate", { id: measure.id });
      seen.add(measure.id);
      checkMeasure(measure, at, { units: unitIds, years }, problems);
    }),
  );
}

function checkLinks({ bundle, term, path, problems }: TermCheck): void {
  const targets = new Set(term.targets.map(({ id }) => id));
  (term.links ?? []).forEach((link, index) => {
    const at = [...path, "links", index];
    checkReference(link.target, targets, [...at, "target"], problems);
    // The earlier term may stand in another bundle.
    const previous = bundle.terms.find(({ id }) => id === link.previousTerm);
    if (previous === undefined) return;
    const previousTargets = new Set(previous.targets.map(({ id }) => id));
    checkReference(link.previousTarget, previousTargets, [...at, "previousTarget"], problems);
  });
}

function checkTasks({ term, path, unitIds, problems }: TermCheck): void {
  const groups = term.taskGroups ?? [];
  const targets = new Set(term.targets.map(({ id }) => id));
  const seen = new Set<string>();
  checkUnique(
    groups.map(({ id }) => id),
    [...path, "taskGroups"],
    problems,
  );
  groups.forEach(({ tasks }, index) =>
    (tasks ?? []).forEach((task, position) => {
      const at = [...path, "taskGroups", index, "tasks", position];
      if (seen.has(task.id)) problems.add([...at, "id"], "duplicate", { id: task.id });
      seen.add(task.id);
      checkReference(task.leadUnit, unitIds, [...at, "leadUnit"], problems);
      checkReferences(task.supportingUnits, unitIds, [...at, "supportingUnits"], problems);
      checkReferences(task.targets, targets, [...at, "targets"], problems);
    }),
  );
}

/** Checks every term. The figures of one whose days are wrong are not examined: all their periods would be refused. */
export function checkTerms(bundle: Bundle, unitIds: ReadonlySet<string>, problems: ProblemList): void {
  checkUnique(
    bundle.terms.map(({ id }) => id),
    ["terms"],
    problems,
  );
  bundle.terms.forEach((term, index) => {
    const path = ["terms", index];
    const check: TermCheck = { bundle, term, path, unitIds, problems };
    if (term.endsOn < term.startsOn) {
      problems.add([...path, "endsOn"], "ends_before_start", { date: term.endsOn });
      return;
    }
    checkUnique(
      (term.years ?? []).map(({ id }) => id),
      [...path, "years"],
      problems,
    );
    checkYearBounds(check);
    checkYearSequence(check);
    checkTargets(check);
    checkLinks(check);
    checkTasks(check);
    const keys = periodKeysOf(termModel(term));
    checkYearIds(check, keys);
    checkReports(check, keys);
    checkFigures(bundle, term, keys, [...path, "figures"], problems);
  });
}
