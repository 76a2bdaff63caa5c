// What goes on elsewhere when units are merged, split or dissolved: measures that name them, tasks that they do.
import { insertMeasureUnits, listNamingMeasures } from "@/db/queries/unit-reports";
import { listOpenTasksOf, updateTaskUnits } from "@/db/queries/unit-tasks";
import type { Db } from "@/db/store";
import type { CalendarDate } from "@/domain/dates";
import { listSuccessors, type Reorganisation, type ReorganisationPlan } from "@/domain/reorganisations";
import { handTaskOver } from "@/domain/tasks";

/**
 * `joins`: units take over and are asked from the event's day on · `goes_on`: the one that takes over is asked already ·
 * `left`: the office wants nobody to take over · `choose`: nobody does, the office has to choose.
 */
export type MeasureOutcome = "joins" | "goes_on" | "left" | "choose";

/** A measure that names units of the event, and what becomes of it. */
export interface NamingMeasure {
  readonly name: string;
  readonly outcome: MeasureOutcome;
  /** The units that take over and were not asked before. */
  readonly joiningIds: readonly string[];
}

interface Succession {
  readonly event: Reorganisation;
  readonly plan: ReorganisationPlan;
  /** False where the office leaves the measures to the units that they name. */
  readonly follow: boolean;
}

/**
 * Asks the units that take over wherever a unit is named that they were made of. One that existed before is asked from
 * the event's day on, so that what was expected of the periods before stays.
 */
export async function nameSuccessors(tx: Db, { event, plan, follow }: Succession): Promise<readonly NamingMeasure[]> {
  const successors = listSuccessors(event, plan);
  const founded = new Set(plan.founded.map(({ id }) => id));
  const ended = plan.ends.map(({ unitId }) => unitId);
  const named: NamingMeasure[] = [];
  for (const { id, name, unitIds, lastPosition } of await listNamingMeasures(tx)) {
    const concerned = unitIds.filter((unitId) => successors.has(unitId) || ended.includes(unitId));
    if (concerned.length === 0) continue;
    const takers = new Set(concerned.flatMap((unitId) => successors.get(unitId) ?? []));
    const joiningIds = [...takers].filter((unitId) => !unitIds.includes(unitId));
    if (follow) await insertMeasureUnits(tx, id, joining(joiningIds, founded, event.on), lastPosition);
    named.push({ name, joiningIds, outcome: outcomeOf(takers.size, joiningIds.length, follow) });
  }
  return named;
}

/** A unit that the event founds is asked as long as it lives: only an older one needs the day. */
function joining(unitIds: readonly string[], founded: ReadonlySet<string>, on: CalendarDate) {
  return unitIds.map((unitId) => ({ unitId, fromOn: founded.has(unitId) ? null : on }));
}

function outcomeOf(takers: number, joiners: number, follow: boolean): MeasureOutcome {
  if (takers === 0) return "choose";
  if (joiners === 0) return "goes_on";
  return follow ? "joins" : "left";
}

/** How many unfinished tasks the units that end lead, and in how many they support another. */
export interface OpenTasks {
  readonly led: number;
  readonly supported: number;
}

/** Hands the unfinished tasks of the units that end to the chosen one, led and supported alike; null: to nobody. */
export async function handTasksOver(tx: Db, plan: ReorganisationPlan, unitId: string | null): Promise<OpenTasks> {
  const ended = new Set(plan.ends.map((end) => end.unitId));
  const tasks = await listOpenTasksOf(tx, [...ended]);
  if (unitId !== null) {
    for (const task of tasks) await updateTaskUnits(tx, task.id, handTaskOver(task, ended, unitId));
  }
  return {
    led: tasks.filter(({ leadUnitId }) => leadUnitId !== null && ended.has(leadUnitId)).length,
    supported: tasks.filter(({ supportingUnitIds }) => supportingUnitIds.some((id) => ended.has(id))).length,
  };
}
