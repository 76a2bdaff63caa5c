// Every deed of the settings within a closed term, in a table: each is refused because the term is closed, whatever else
// would stand in its way, and nothing changes.
import { describe, expect, it } from "vitest";
import { readGovernedRows } from "@/db/governed-rows";
import { listAuditChain } from "@/db/queries/audit";
import { listDueRules, listPeriodExceptions, listStoredPeriods } from "@/db/queries/periods";
import { listTargets } from "@/db/queries/targets";
import { findTermByCode } from "@/db/queries/terms";
import { asCalendarDate as day } from "@/domain/dates";
import type { ChangeDueRules } from "@/domain/inputs/periods";
import { typedTask } from "@/domain/inputs/tasks";
import { saveLinksInput } from "@/domain/inputs/terms";
import { systemActor } from "@/server/system-actor";
import { carryTasksOver } from "@/server/workflows/carried-tasks";
import { importBundle } from "@/server/workflows/bundles";
import { undoChange } from "@/server/workflows/changes";
import { changeMeasure, createMeasure, removeMeasure } from "@/server/workflows/measures";
import {
  changeDueRules,
  dueRulesStateOf,
  grantException,
  lockPeriods,
  withdrawException,
} from "@/server/workflows/periods";
import { changePlan } from "@/server/workflows/plans";
import { moveTaskGroup, removeTaskGroup, saveTaskGroup } from "@/server/workflows/task-groups";
import { reportProgress } from "@/server/workflows/task-progress";
import { moveTask, removeTask, saveTask } from "@/server/workflows/tasks";
import { changeTarget, createTarget, moveTarget, removeTarget } from "@/server/workflows/targets";
import { readLinksState, saveLinks } from "@/server/workflows/term-links";
import { saveTerm } from "@/server/workflows/terms";
import { listTaskGroups } from "@/db/queries/tasks";
import { refusal } from "../support/account-settings";
import { everything, importer, validBundle } from "../support/bundles";
import { engines, openFreshStore } from "../support/databases";
import { measureForm, targetState } from "../support/measure-forms";
import { filledPlan } from "../support/plan-forms";
import { NOW, TODAY } from "../support/reporting";
import { formOf } from "../support/term-settings";
import { setTermState } from "../support/term-state";

const office = systemActor("terms.configure", TODAY);
const locking = systemActor("periods.lock", TODAY);
const undoing = systemActor("changes.undo", TODAY);
const [told] = everything.terms;
const request = { mode: "save" as const, base: null, reason: "Theo kết luận" };

/** The bundle's term, opened again for one exception and one change of the settings, and closed after them. */
async function openClosed(engine: (typeof engines)[number]) {
  const store = await openFreshStore(engine);
  await importBundle(store, importer, validBundle({ ...everything, terms: [{ ...told, closed: false }] }));
  const term = (await findTermByCode(store.db, told!.id))!;
  const [target, last] = await listTargets(store.db, term.id);
  const [group, empty] = await listTaskGroups(store.db, term.id);
  const [period] = await listStoredPeriods(store.db, term.id);
  const lock = { unitId: null, kind: "lock" as const, untilOn: day("2024-01-31") };
  await grantException(store, locking, { ...request, periodId: period!.id, typed: lock }, NOW);
  const [exception] = await listPeriodExceptions(store.db, term.id, period!.id);
  const moved = await moveTarget(store, office, { targetId: last!.id, direction: "up" });
  await setTermState(store, term.id, "closed");
  const task = group!.tasks[0]!;
  return {
    store,
    term,
    target: target!,
    last: last!,
    group: group!,
    empty: empty!,
    task,
    period: period!,
    exception: exception!,
    moved,
  };
}

type Closed = Awaited<ReturnType<typeof openClosed>>;
type Deed = readonly [name: string, (test: Closed) => Promise<unknown>];

const emptyTarget = { code: "t9", name: "Mới", wording: "", groupCode: "", provenance: "stated" as const };
const progress = { on: TODAY, state: "done" as const, text: null };

const deeds: readonly Deed[] = [
  ["saveTerm", async ({ store, term }) => saveTerm(store, office, await formOf(store, term.id, { name: "Khác" }))],
  [
    "saveLinks",
    async ({ store, term }) => {
      const base = JSON.parse(JSON.stringify(await readLinksState(store.db, term.id))) as object;
      return saveLinks(
        store,
        office,
        saveLinksInput.parse({ ...request, base, termId: term.id, typed: { links: [] } }),
      );
    },
  ],
  [
    "createTarget",
    ({ store, term }) =>
      createTarget(store, office, { ...request, termId: term.id, typed: { ...emptyTarget, measures: [] } }, NOW),
  ],
  [
    "changeTarget",
    async ({ store, target }) => {
      const base = await targetState(store, target.id);
      return changeTarget(store, office, { ...request, targetId: target.id, base, typed: emptyTarget });
    },
  ],
  ["moveTarget", ({ store, last }) => moveTarget(store, office, { targetId: last.id, direction: "down" })],
  ["moveTarget at the edge", ({ store, last }) => moveTarget(store, office, { targetId: last.id, direction: "up" })],
  [
    "removeTarget with figures",
    async ({ store, target }) =>
      removeTarget(store, office, {
        ...request,
        targetId: target.id,
        base: await targetState(store, target.id),
        typed: {},
      }),
  ],
  [
    "createMeasure of a code that is taken",
    async ({ store, target }) => {
      const { typed } = await measureForm(store, target.measures[0]!.id, {});
      return createMeasure(store, office, { ...request, targetId: target.id, typed }, NOW);
    },
  ],
  [
    "changeMeasure",
    async ({ store, target }) =>
      changeMeasure(store, office, await measureForm(store, target.measures[0]!.id, { overTime: "latest" }), NOW),
  ],
  [
    "removeMeasure with figures",
    async ({ store, target }) => {
      const { base, measureId } = await measureForm(store, target.measures[0]!.id, {});
      return removeMeasure(store, office, { ...request, measureId, base, typed: {} });
    },
  ],
  [
    "changePlan",
    async ({ store, target }) =>
      changePlan(
        store,
        office,
        await filledPlan(store, target.measures[0]!.id, { term: "97", fromOn: "2018-01-01" }),
        NOW,
      ),
  ],
  [
    "lockPeriods",
    ({ store, term, period }) =>
      lockPeriods(store, locking, { ...request, termId: term.id, periodIds: [period.id], locked: true }, NOW),
  ],
  [
    "lockPeriods that are open anyway",
    ({ store, term, period }) =>
      lockPeriods(store, locking, { ...request, termId: term.id, periodIds: [period.id], locked: false }, NOW),
  ],
  [
    "grantException",
    ({ store, period }) => {
      const typed = { unitId: null, kind: "unlock" as const, untilOn: day("2020-01-01") };
      return grantException(store, locking, { ...request, periodId: period.id, typed }, NOW);
    },
  ],
  [
    "withdrawException",
    ({ store, exception }) => withdrawException(store, locking, { ...request, exceptionId: exception.id }),
  ],
  [
    "changeDueRules",
    async ({ store, term }) => {
      const rules = await listDueRules(store.db, term.id);
      const base = JSON.parse(JSON.stringify(dueRulesStateOf(rules))) as ChangeDueRules["base"];
      const typed = { rules: [{ frequency: "month" as const, daysAfter: 20 }] };
      return changeDueRules(store, office, { ...request, termId: term.id, base, typed });
    },
  ],
  [
    "saveTaskGroup",
    ({ store, term }) =>
      saveTaskGroup(store, office, { ...request, termId: term.id, groupId: null, typed: { name: "Dân vận" } }, NOW),
  ],
  [
    "moveTaskGroup",
    ({ store, term, empty }) => moveTaskGroup(store, office, { termId: term.id, groupId: empty.id, direction: "up" }),
  ],
  [
    "removeTaskGroup",
    ({ store, term, group }) => removeTaskGroup(store, office, { termId: term.id, groupId: group.id }),
  ],
  [
    "saveTask",
    ({ store, term, group }) => {
      const filled = { leadUnitId: "", supportingUnitIds: [], dueOn: "", expectedResult: "", targetIds: [] };
      const typed = typedTask.parse({ ...filled, groupId: group.id, name: "Việc mới" });
      return saveTask(store, office, { ...request, termId: term.id, taskId: null, typed }, NOW);
    },
  ],
  [
    "moveTask",
    ({ store, term, task }) => moveTask(store, office, { termId: term.id, taskId: task.id, direction: "down" }),
  ],
  [
    "removeTask with progress",
    ({ store, term, task }) => removeTask(store, office, { termId: term.id, taskId: task.id }),
  ],
  ["carryTasksOver", ({ store, term }) => carryTasksOver(store, office, { termId: term.id, codes: ["g1.1"] }, NOW)],
  [
    "reportProgress",
    ({ store, task }) =>
      reportProgress(store, systemActor("tasks.update", TODAY), { ...request, taskId: task.id, typed: progress }, NOW),
  ],
  ["undoChange of what was changed before", ({ store, moved }) => undoChange(store, undoing, moved.changeId!)],
];

describe.each(engines)("a closed term on %s", (engine) => {
  it("refuses every deed of the settings with term_closed, changes no row and writes nothing into the log", async () => {
    const test = await openClosed(engine);
    const before = await readGovernedRows(test.store.db);
    const log = await listAuditChain(test.store.db, 0, 100);
    const answers: (readonly [string, unknown])[] = [];
    for (const [name, attempt] of deeds) answers.push([name, await refusal(attempt(test))]);
    expect(answers).toEqual(deeds.map(([name]) => [name, "term_closed"]));
    expect(await readGovernedRows(test.store.db)).toEqual(before);
    expect(await listAuditChain(test.store.db, 0, 100)).toEqual(log);
  });
});
