// The task groups of a term and one task, as everybody who is signed in reads them.
import { listTargets } from "@/db/queries/targets";
import { listTaskGroups, listTaskUpdates, type StoredTask } from "@/db/queries/tasks";
import { listTerms, type StoredTerm } from "@/db/queries/terms";
import { listUnits } from "@/db/queries/units";
import type { ReadDb } from "@/db/store";
import type { CalendarDate } from "@/domain/dates";
import { may } from "@/domain/permissions";
import type { Actor } from "@/domain/roles";
import { lastProgressDay } from "@/domain/task-progress";
import { reportedStateAt, type TaskState } from "@/domain/tasks";
import { clock } from "../clock";
import { requireActor } from "../require-actor";
import { getStore } from "../store";
import { defaultAsOf, readAskedView, seesDrafts, visibleTerms } from "./asked-view";
import type { OverviewTask, OverviewTaskGroup, TaskUnitView } from "./overview";
import { buildTask, buildTaskGroups, buildTaskUnit, type TaskSurroundings } from "./task-group-views";
import type { ViewQuery, ViewState } from "./view-state";

/** The task groups of a term on a day. */
export interface TasksView {
  readonly state: ViewState;
  readonly termName: string;
  readonly groups: readonly OverviewTaskGroup[];
  /** This account arranges groups and tasks. */
  readonly mayConfigure: boolean;
}

/** What was reported of a task, and by whom. */
export interface TaskUpdateView {
  readonly on: CalendarDate;
  readonly state: TaskState | null;
  readonly text: string | null;
  /** Null for what came with a file. */
  readonly by: string | null;
  /** UTC. */
  readonly at: string;
}

/** What a report of progress is filled in with. */
export interface ProgressFormView {
  readonly taskId: string;
  readonly firstDay: CalendarDate;
  readonly lastDay: CalendarDate;
  /** The state as it was last reported. */
  readonly state: TaskState;
}

/** A task with everything that was reported of it until the page's day. */
export interface TaskView extends OverviewTask {
  /** What the page shows and its links carry on. */
  readonly view: ViewState;
  readonly termName: string;
  readonly group: Pick<OverviewTaskGroup, "position" | "name">;
  readonly supporting: readonly TaskUnitView[];
  readonly expectedResult: string | null;
  /** Newest first. */
  readonly updates: readonly TaskUpdateView[];
  /** How many were reported of later days, which this page does not show. */
  readonly later: number;
  /** The page shows all days until today, or until the end of its term. */
  readonly isLatest: boolean;
  /** Null for whoever may not report, before the term, after it was closed, and on a page of an earlier day. */
  readonly form: ProgressFormView | null;
  readonly mayConfigure: boolean;
}

/** The task groups that an address asks for; null while there is no term. */
export async function loadTasks(query: ViewQuery): Promise<TasksView | null> {
  const actor = await requireActor("tasks.view");
  const store = await getStore();
  return store.read((db) => readTasks(db, { actor, query, today: clock.today() }));
}

/** Who looks, and what the address asks for. */
interface Looking {
  readonly actor: Actor;
  readonly query: ViewQuery;
  readonly today: CalendarDate;
}

/** The same from a consistent snapshot, without a request. */
export async function readTasks(db: ReadDb, { actor, query, today }: Looking): Promise<TasksView | null> {
  const asked = await readAsked(db, { actor, query, today });
  if (asked === null) return null;
  const { term, state } = asked;
  const groups = await listTaskGroups(db, term.id);
  return {
    state,
    termName: term.name,
    groups: buildTaskGroups(groups, await readSurroundings(db, term), state.asOf),
    mayConfigure: may(actor, "terms.configure", null, today),
  };
}

/** The term and day that an address asks for, among the terms that the person may see. */
async function readAsked(db: ReadDb, { actor, query, today }: Looking) {
  return readAskedView(visibleTerms(await listTerms(db), seesDrafts(actor, today)), query, today);
}

async function readSurroundings(db: ReadDb, term: StoredTerm): Promise<TaskSurroundings> {
  return { units: await listUnits(db), targets: await listTargets(db, term.id) };
}

/** The task that an address asks for; null where there is none. */
export async function loadTask(code: string, query: ViewQuery): Promise<TaskView | null> {
  const actor = await requireActor("tasks.view");
  const store = await getStore();
  return store.read((db) => readTask(db, code, { actor, query, today: clock.today() }));
}

/** The same from a consistent snapshot, without a request. */
export async function readTask(db: ReadDb, code: string, looking: Looking): Promise<TaskView | null> {
  const asked = await readAsked(db, looking);
  if (asked === null) return null;
  const { term, state } = asked;
  const groups = await listTaskGroups(db, term.id);
  const group = groups.find(({ tasks }) => tasks.some((task) => task.code === code));
  const task = group?.tasks.find((one) => one.code === code);
  if (!group || !task) return null;
  const surroundings = await readSurroundings(db, term);
  const updates = await listTaskUpdates(db, task.id);
  const shown = updates.filter(({ on }) => on <= state.asOf);
  return {
    ...buildTask(task, surroundings, state.asOf),
    view: state,
    termName: term.name,
    group: { position: group.position, name: group.name },
    supporting: task.supportingUnitIds.flatMap((id) => {
      const unit = surroundings.units.find((one) => one.id === id);
      return unit ? [buildTaskUnit(unit, state.asOf)] : [];
    }),
    expectedResult: task.expectedResult,
    updates: shown.reverse().sort((a, b) => (a.on < b.on ? 1 : a.on > b.on ? -1 : 0)),
    later: updates.length - shown.length,
    isLatest: state.asOf >= defaultAsOf(term, looking.today),
    form: buildProgressForm(term, task, state.asOf, looking),
    mayConfigure: may(looking.actor, "terms.configure", null, looking.today),
  };
}

function buildProgressForm(
  term: StoredTerm,
  task: StoredTask,
  asOf: CalendarDate,
  { actor, today }: Looking,
): ProgressFormView | null {
  const lastDay = lastProgressDay(term, today);
  const isOpen = term.state === "running" && term.startsOn <= today && asOf >= lastDay;
  if (!isOpen || !may(actor, "tasks.update", task.leadUnitId, today)) return null;
  return { taskId: task.id, firstDay: term.startsOn, lastDay, state: reportedStateAt(task, lastDay) };
}
