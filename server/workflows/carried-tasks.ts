// Groups and unfinished tasks on their way from one term to the next.
import { newId } from "@/db/ids";
import { listTargetLinks, listTargets } from "@/db/queries/targets";
import {
  insertTaskGroups,
  insertTasks,
  listTaskGroups,
  type PlacedTask,
  type StoredTaskGroup,
} from "@/db/queries/tasks";
import { listTerms, type StoredTerm } from "@/db/queries/terms";
import { listUnits } from "@/db/queries/units";
import type { Db, ReadDb, Store } from "@/db/store";
import { earlierOf, type CalendarDate } from "@/domain/dates";
import { DomainError } from "@/domain/errors";
import type { CarryTasks } from "@/domain/inputs/tasks";
import type { Authorized } from "@/domain/permissions";
import { carryTasks, nextCode, type CarriedGroup } from "@/domain/tasks";
import { applyChange, type ChangeAnswer } from "./changes";
import { requireOpen } from "./governed-rules";

/**
 * Carried groups as rows of the next term, with ids of their own and nothing reported yet. `targetIds` names, of each
 * target of the earlier term, the one that follows it; a task no longer serves a target that nothing follows.
 */
export function carriedRows(
  groups: readonly CarriedGroup[],
  targetIds: ReadonlyMap<string, string>,
): readonly StoredTaskGroup[] {
  return groups.map((group) => ({
    ...group,
    id: newId(),
    tasks: group.tasks.map((task, position) => ({
      ...task,
      ...{ id: newId(), position, updates: [] },
      targetIds: task.targetIds.flatMap((id) => targetIds.get(id) ?? []),
    })),
  }));
}

/** What a term can still take over from the one before it. */
export interface Carriable {
  readonly term: StoredTerm;
  /** Groups with the unfinished tasks that the later term does not have yet; none is left empty. */
  readonly groups: readonly CarriedGroup[];
}

/** The unfinished tasks of the term before, without those whose name stands in a group of the same name already. */
export async function readCarriable(db: ReadDb, term: StoredTerm, today: CalendarDate): Promise<Carriable | null> {
  const previous = (await listTerms(db)).findLast(({ startsOn }) => startsOn < term.startsOn) ?? null;
  if (previous === null) return null;
  const own = await listTaskGroups(db, term.id);
  const isTaken = (group: string, task: string) =>
    own.some(({ name, tasks }) => name === group && tasks.some((one) => one.name === task));
  const taking = { startsOn: term.startsOn, units: await listUnits(db) };
  const carried = carryTasks(await listTaskGroups(db, previous.id), earlierOf(previous.endsOn, today), taking);
  const groups = carried
    .map((group) => ({ ...group, tasks: group.tasks.filter(({ name }) => !isTaken(group.name, name)) }))
    .filter(({ tasks }) => tasks.length > 0);
  return { term: previous, groups };
}

/** Takes chosen tasks over from the term before, into groups of the same name; groups that are missing are added. */
export function carryTasksOver(
  store: Store,
  actor: Authorized<"terms.configure">,
  { termId, codes }: CarryTasks,
  now: string,
): Promise<ChangeAnswer<{ readonly count: number }>> {
  const work = async (tx: Db) => {
    const term = (await listTerms(tx)).find(({ id }) => id === termId);
    if (term) requireOpen(term);
    const carriable = term ? await readCarriable(tx, term, actor.on) : null;
    if (!term || !carriable) throw new DomainError("not_found");
    const chosen = carriable.groups
      .map((group) => ({ ...group, tasks: group.tasks.filter(({ code }) => codes.includes(code)) }))
      .filter(({ tasks }) => tasks.length > 0);
    const followers = await mapFollowers(tx, term, carriable.term);
    const names = await storeBesideOwn(tx, term, carriedRows(chosen, followers), now);
    return {
      event: {
        action: "task.carried" as const,
        subject: { type: "task" as const, id: termId },
        before: null,
        after: { term: carriable.term.name, tasks: names },
      },
      data: { count: names.length },
    };
  };
  return applyChange(store, actor, { mode: "save", measured: false, work });
}

/** Of each target of the earlier term, the target that is linked to it. */
async function mapFollowers(db: ReadDb, term: StoredTerm, previous: StoredTerm): Promise<ReadonlyMap<string, string>> {
  const earlier = await listTargets(db, previous.id);
  const links = await listTargetLinks(db, term.id);
  return new Map(
    links.flatMap(({ targetId, previousTermCode, previousTargetCode }) => {
      const from = earlier.find(({ code }) => code === previousTargetCode);
      return targetId !== null && from && previousTermCode === previous.code ? [[from.id, targetId] as const] : [];
    }),
  );
}

/** Stores carried rows under codes that the term does not use; answers the names of the tasks. */
async function storeBesideOwn(
  tx: Db,
  term: StoredTerm,
  carried: readonly StoredTaskGroup[],
  now: string,
): Promise<readonly string[]> {
  const own = await listTaskGroups(tx, term.id);
  const groups = [...own];
  const tasks: PlacedTask[] = [];
  for (const { tasks: taken, ...group } of carried) {
    const home = groups.find(({ name }) => name === group.name) ?? emptyGroup(group, groups);
    if (!groups.includes(home)) groups.push(home);
    const codes = own.flatMap((one) => one.tasks.map(({ code }) => code));
    const last = Math.max(-1, ...home.tasks.map(({ position }) => position));
    for (const [index, task] of taken.entries()) {
      const code = nextCode(`${home.code}.`, [...codes, ...tasks.map((one) => one.code)]);
      tasks.push({ ...task, code, groupId: home.id, position: last + 1 + index });
    }
  }
  await insertTaskGroups(tx, term.id, groups.slice(own.length), now);
  await insertTasks(tx, term.id, tasks, now);
  return tasks.map(({ name }) => name);
}

function emptyGroup({ id, name }: Omit<StoredTaskGroup, "tasks">, groups: readonly StoredTaskGroup[]): StoredTaskGroup {
  const code = nextCode(
    "g",
    groups.map((group) => group.code),
  );
  return { id, code, position: Math.max(0, ...groups.map(({ position }) => position)) + 1, name, tasks: [] };
}
