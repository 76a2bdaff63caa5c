import { displayValue } from "@/domain/display";
import { ZERO } from "@/domain/exact";
import { isCeiling } from "@/domain/measures";
import { exactPlan, lowerBound } from "@/domain/plans";
import { statusOf, type Status } from "@/domain/statuses";
import { padCount } from "@/domain/wording";
import { figureText, type Wording } from "./figure-texts";
import { buildMeasureView } from "./measure-views";
import type { MissingReports, OverviewTaskGroup, OverviewTodo } from "./overview";
import type { MeasureResult, TargetResult } from "./term-results";

/** The statuses that ask for something, the most pressing first. */
const PRESSING: readonly Status[] = ["out_of_reach", "not_met", "behind", "at_risk", "no_data", "no_plan"];

/** What a count is short of its plan; null for anything else. */
function shortByText({ measure, achievement }: MeasureResult, wording: Wording): string | null {
  const { actual, plan } = achievement;
  if (measure.kind !== "count" || isCeiling(measure.rule) || actual === null || plan === null) return null;
  const short = lowerBound(exactPlan(plan)).sub(actual);
  if (!short.gt(ZERO)) return null;
  return padCount(figureText(measure, displayValue(measure, short, null), wording), wording.locale);
}

function measureTodo(target: TargetResult, result: MeasureResult, wording: Wording): OverviewTodo | null {
  const status = statusOf(result.achievement);
  if (!PRESSING.includes(status)) return null;
  // Before anything has been due nobody has left anything undone.
  if (status === "no_data" && result.achievement.expected === 0) return null;
  return {
    type: "measure",
    status,
    targetCode: target.target.code,
    targetName: target.target.name,
    measureName: target.measures.length > 1 ? result.measure.name : null,
    measure: buildMeasureView(result, wording),
    shortBy: shortByText(result, wording),
  };
}

function pressureOf(item: OverviewTodo): number {
  return item.type === "measure" ? PRESSING.indexOf(item.status) : PRESSING.length;
}

/** What needs a person now: slipping promises, the most pressing first, then missing reports, then late tasks. */
export function buildTodo(
  targets: readonly TargetResult[],
  missing: readonly MissingReports[],
  taskGroups: readonly OverviewTaskGroup[],
  wording: Wording,
): readonly OverviewTodo[] {
  const measures = targets.flatMap((target) =>
    target.measures.flatMap((result) => measureTodo(target, result, wording) ?? []),
  );
  const tasks = taskGroups.flatMap(({ name, tasks: ofGroup }) => {
    const late = ofGroup.filter(({ state }) => state === "late").length;
    return late === 0 ? [] : { type: "tasks" as const, groupName: name, late };
  });
  return [
    ...measures.sort((a, b) => pressureOf(a) - pressureOf(b)),
    ...missing.map((reports) => ({ type: "reports" as const, ...reports })),
    ...tasks,
  ];
}
