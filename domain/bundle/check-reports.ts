// What must hold of a term's reports and explanations beside their figures (CALCULATION.md §7).
import { checkReference, checkUnique } from "./check-ids";
import { appliesToUnit, periodProblem, type PeriodKeys } from "./check-figures";
import { SHORT_FORM } from "./explanations";
import type { BundleSubmission } from "./figure-schema";
import type { BundleMeasure } from "./measure-schema";
import type { ProblemList } from "./problems";
import type { Bundle, BundleTerm } from "./schema";

type Path = readonly PropertyKey[];

/** A term whose reports are examined, and what they may refer to. */
interface ReportCheck {
  readonly bundle: Bundle;
  readonly term: BundleTerm;
  readonly path: Path;
  readonly unitIds: ReadonlySet<string>;
  readonly problems: ProblemList;
}

/** Checks the submissions of a term, what they say of blank figures, and its explanations. */
export function checkReports(check: ReportCheck, keys: PeriodKeys): void {
  const { term, path, unitIds, problems } = check;
  const isPeriod = (key: string) => [...keys.values()].some((ofFrequency) => ofFrequency.has(key));
  const measures = new Map(term.targets.flatMap((target) => target.measures.map((measure) => [measure.id, measure])));
  const submissions = term.submissions ?? [];
  const identities = submissions.map(({ unit, period }) => JSON.stringify([unit, period]));
  checkUnique(identities, [...path, "submissions"], problems, null);
  submissions.forEach(({ unit, period }, index) => {
    const at = [...path, "submissions", index];
    checkReference(unit, unitIds, [...at, "unit"], problems);
    if (!isPeriod(period)) problems.add([...at, "period"], "unknown_period", { period });
  });
  checkBlanks(check, keys, measures);
  checkExplanations(check, new Set(measures.keys()), isPeriod);
}

/** A figure is blank or it is there; and blank it can only be where it is asked for. */
function checkBlanks(
  { bundle, term, path, problems }: ReportCheck,
  keys: PeriodKeys,
  measures: ReadonlyMap<string, BundleMeasure>,
): void {
  const identity = (measure: string, { unit, period }: Pick<BundleSubmission, "unit" | "period">) =>
    JSON.stringify([measure, unit, period]);
  const told = new Set((term.figures ?? []).map((figure) => identity(figure.measure, figure)));
  (term.submissions ?? []).forEach((submission, index) =>
    (submission.blanks ?? []).forEach(({ measure: id }, position) => {
      const at = [...path, "submissions", index, "blanks", position, "measure"];
      checkReference(id, new Set(measures.keys()), at, problems);
      const key = identity(id, submission);
      if (told.has(key)) problems.add(at, "duplicate", { id });
      told.add(key);
      const measure = measures.get(id);
      if (!measure) return;
      const { unit, period } = submission;
      if (!appliesToUnit(measure, unit, bundle)) problems.add(at, "unit_not_asked", { id: unit, measure: id });
      const fault = periodProblem(period, measure.frequency, keys);
      if (fault !== null) problems.add(at, fault, { period });
    }),
  );
}

function checkExplanations(
  { term, path, unitIds, problems }: ReportCheck,
  measures: ReadonlySet<string>,
  isPeriod: (key: string) => boolean,
): void {
  const targets = new Set(term.targets.map(({ id }) => id));
  const explanations = term.explanations ?? [];
  checkUnique(
    explanations.map(({ id }) => id),
    [...path, "explanations"],
    problems,
  );
  explanations.forEach((explanation, index) => {
    const { target, unit, measure, period, messages } = explanation;
    const at = [...path, "explanations", index];
    checkReference(target, targets, [...at, "target"], problems);
    checkReference(unit, unitIds, [...at, "unit"], problems);
    checkReference(measure, measures, [...at, "measure"], problems);
    if (period != null && !isPeriod(period)) problems.add([...at, "period"], "unknown_period", { period });
    if (!messages?.length) return;
    for (const key of SHORT_FORM.filter((short) => explanation[short] != null)) {
      problems.add([...at, key], "beside_messages", { key });
    }
  });
}
