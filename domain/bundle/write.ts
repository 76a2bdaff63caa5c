// One canonical form of a bundle, so that import and export, or two exports, can be compared byte by byte.
import { defaultYears } from "../terms";
import { asCalendarDate } from "../dates";
import { findPeriod } from "../periods";
import type { BundleFigure, BundleSubmission } from "./figure-schema";
import type { BundleMeasure } from "./measure-schema";
import { bundleSchema, type Bundle, type BundleTerm, type BundleUnit } from "./schema";
import { canonicalExplanation } from "./explanations";
import { canonicalNumbers } from "./canonical-numbers";
import { earlierPlans, presentPlans, type PlanTexts } from "./plan-history";
import { byText, sorted, type Compare } from "./sorted";
import { termModel } from "./model";
import { withoutDefaults } from "./defaults";

function placesOf(ids: readonly string[]): (id: string) => number {
  const places = new Map(ids.map((id, index) => [id, index]));
  return (id) => places.get(id) ?? ids.length;
}

/** The later versions in their order, each with what it changes only. */
function changesOf(unit: BundleUnit): BundleUnit["versions"] {
  let before = { name: unit.name, parent: unit.parent ?? null, position: unit.position ?? 0 };
  return sorted(unit.versions ?? [], (a, b) => byText(a.from, b.from)).map((version) => {
    const now = {
      name: version.name ?? before.name,
      parent: version.parent === undefined ? before.parent : version.parent,
      position: version.position ?? before.position,
    };
    const changed = {
      from: version.from,
      name: now.name === before.name ? undefined : now.name,
      parent: now.parent === before.parent ? undefined : now.parent,
      position: now.position === before.position ? undefined : now.position,
    };
    before = now;
    return changed;
  });
}

function canonicalUnits(units: readonly BundleUnit[]): BundleUnit[] {
  const placed = units.map((unit, index) => {
    const position = unit.position ?? index + 1;
    return { ...unit, position, versions: changesOf({ ...unit, position }) };
  });
  return sorted(
    placed,
    (a, b) => (a.position ?? 0) - (b.position ?? 0),
    (a, b) => byText(a.id, b.id),
  );
}

/** A period sorts by its last day, then by its first, so that a month stands before the quarter that it ends. */
function periodOrder(term: BundleTerm): Compare<string> {
  const model = termModel(term);
  const known = new Map<string, readonly [string, string]>();
  const spanOf = (key: string) => {
    const found = known.get(key);
    if (found !== undefined) return found;
    const period = findPeriod(model, key);
    const span = [period?.endsOn ?? "", period?.startsOn ?? ""] as const;
    known.set(key, span);
    return span;
  };
  return (a, b) => {
    const [endOfA, startOfA] = spanOf(a);
    const [endOfB, startOfB] = spanOf(b);
    return byText(endOfA, endOfB) || byText(startOfB, startOfA) || byText(a, b);
  };
}

interface Order {
  readonly unit: (id: string) => number;
  readonly measure: (id: string) => number;
  readonly period: Compare<string>;
}

function canonicalFigures(figures: readonly BundleFigure[], order: Order): BundleFigure[] {
  const withHistory = figures.map((figure) => ({
    ...figure,
    history: sorted(figure.history ?? [], (a, b) => byText(a.at, b.at)),
  }));
  return sorted(
    withHistory,
    (a, b) => order.measure(a.measure) - order.measure(b.measure),
    (a, b) => order.period(a.period, b.period),
    (a, b) => order.unit(a.unit) - order.unit(b.unit),
  );
}

/** Submissions that say more than the status which their figures carry anyway. */
function tellingSubmissions(term: BundleTerm): readonly BundleSubmission[] {
  const identity = ({ unit, period }: { unit: string; period: string }) => JSON.stringify([unit, period]);
  const reported = new Set((term.figures ?? []).map(identity));
  return (term.submissions ?? []).filter((submission) => {
    const { dueOn, submittedOn, decidedOn, note } = submission;
    const says = Boolean(dueOn ?? submittedOn ?? decidedOn ?? note) || Boolean(submission.blanks?.length);
    return says || !reported.has(identity(submission));
  });
}

function canonicalSubmissions(list: readonly BundleSubmission[], order: Order): BundleSubmission[] {
  const withBlanks = list.map((submission) => ({
    ...submission,
    blanks: sorted(submission.blanks ?? [], (a, b) => order.measure(a.measure) - order.measure(b.measure)),
  }));
  return sorted(
    withBlanks,
    (a, b) => order.period(a.period, b.period),
    (a, b) => order.unit(a.unit) - order.unit(b.unit),
  );
}

/** The years, in order; none where they are the calendar years that stand for none. */
function canonicalYears(term: BundleTerm): BundleTerm["years"] {
  const years = sorted(term.years ?? [], (a, b) => byText(a.startsOn, b.startsOn));
  const span = { startsOn: asCalendarDate(term.startsOn), endsOn: asCalendarDate(term.endsOn) };
  return JSON.stringify(defaultYears(span)) === JSON.stringify(years) ? [] : years;
}

function canonicalTasks(term: BundleTerm): BundleTerm["taskGroups"] {
  const groups = (term.taskGroups ?? []).map((group, index) => ({
    ...group,
    position: group.position ?? index + 1,
    tasks: (group.tasks ?? []).map((task) => ({
      ...task,
      // In a term the list is required; of a task an empty one says nothing.
      targets: task.targets?.length ? task.targets : undefined,
      updates: sorted(task.updates ?? [], (a, b) => byText(a.on, b.on)),
    })),
  }));
  return sorted(groups, (a, b) => a.position - b.position);
}

/** Earlier plans, oldest first, each with its plan; what else goes on unchanged is said by the later entry alone. */
function canonicalHistory(measure: BundleMeasure): BundleMeasure["planHistory"] {
  const history = earlierPlans(measure);
  return history.map((entry, index) => {
    const later = history[index + 1] ?? presentPlans(measure);
    const unlessSame = <Part extends keyof PlanTexts>(part: Part) => {
      const [own, next] = [entry, later].map((plans) => JSON.stringify(canonicalNumbers({ [part]: plans[part] })));
      return own === next ? undefined : entry[part];
    };
    return {
      ...entry,
      plan: entry.plan ?? unlessSame("plan"),
      yearPlans: unlessSame("yearPlans"),
      sharePlan: unlessSame("sharePlan"),
    };
  });
}

function canonicalTerm(term: BundleTerm, units: readonly BundleUnit[]): BundleTerm {
  const targets = sorted(term.targets, (a, b) => a.position - b.position).map((target) => ({
    ...target,
    measures: target.measures.map((measure) => ({
      ...measure,
      planHistory: canonicalHistory(measure),
      unitsFrom: Object.fromEntries(sorted(Object.entries(measure.unitsFrom ?? {}), ([a], [b]) => byText(a, b))),
    })),
  }));
  const order: Order = {
    unit: placesOf(units.map(({ id }) => id)),
    measure: placesOf(targets.flatMap(({ measures }) => measures.map(({ id }) => id))),
    period: periodOrder(term),
  };
  return {
    ...term,
    targets,
    years: canonicalYears(term),
    taskGroups: canonicalTasks(term),
    explanations: (term.explanations ?? []).map(canonicalExplanation),
    submissions: canonicalSubmissions(tellingSubmissions(term), order),
    figures: canonicalFigures(term.figures ?? [], order),
  };
}

/**
 * The canonical form of a bundle that has been read: lists in their order (units and targets by position, figures by
 * measure, period and unit), numbers without trailing zeros, keys in the order of the schema, and no key whose value
 * says the same as its absence. Two bundles that say the same have the same canonical form.
 */
export function canonicalBundle(bundle: Bundle): Bundle {
  const units = canonicalUnits(bundle.units);
  const ordered = {
    ...bundle,
    units,
    unitEvents: sorted(
      bundle.unitEvents ?? [],
      (a, b) => byText(a.on, b.on),
      (a, b) => byText(a.id, b.id),
    ),
    terms: sorted(bundle.terms, (a, b) => byText(a.startsOn, b.startsOn)).map((term) => canonicalTerm(term, units)),
  };
  // Parsing puts the keys in the schema's order.
  return bundleSchema.parse(withoutDefaults(canonicalNumbers(bundleSchema.parse(ordered))));
}

/** The canonical form as the text of a file. */
export function writeBundle(bundle: Bundle): string {
  return `${JSON.stringify(canonicalBundle(bundle), null, 1)}\n`;
}
