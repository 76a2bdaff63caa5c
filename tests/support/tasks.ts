// A running term with two groups behind an ended one with unfinished tasks: 30 June 2023, Chi bộ 3 dissolved in May.
import type { Engine } from "@/db/migrate/migrations";
import { listTargets } from "@/db/queries/targets";
import { listTaskGroups } from "@/db/queries/tasks";
import { findTermByCode } from "@/db/queries/terms";
import { listUnits } from "@/db/queries/units";
import type { CalendarDate } from "@/domain/dates";
import { typedTask } from "@/domain/inputs/tasks";
import { authorize, type Permission } from "@/domain/permissions";
import type { Role } from "@/domain/roles";
import { importBundle } from "@/server/workflows/bundles";
import { undoChange } from "@/server/workflows/changes";
import { saveTaskGroup } from "@/server/workflows/task-groups";
import { reportProgress } from "@/server/workflows/task-progress";
import { saveTask, taskState } from "@/server/workflows/tasks";
import { addAccount, held } from "./accounts";
import { importer, validBundle } from "./bundles";
import { openFreshStore } from "./databases";
import { NOW, TODAY } from "./reporting";
import { refusal } from "./refusal";

const target = (id: string, name: string, position: number) => ({ id, position, name, measures: [] });

const bundle = {
  format: "tien-do/bundle@1",
  organisation: { name: "Đảng bộ cơ sở" },
  units: [
    { id: "db", kind: "committee", name: "Đảng ủy", from: "2018-01-01" },
    { id: "cb1", kind: "cell", name: "Chi bộ 1", parent: "db", from: "2018-01-01", position: 1 },
    { id: "cb2", kind: "cell", name: "Chi bộ 2", parent: "db", from: "2018-01-01", position: 2 },
    { id: "cb3", kind: "cell", name: "Chi bộ 3", parent: "db", from: "2018-01-01", to: "2023-05-31", position: 3 },
  ],
  terms: [
    {
      ...{ id: "2018-2022", name: "Nhiệm kỳ 2018 - 2022", startsOn: "2018-01-01", endsOn: "2022-12-31" },
      targets: [target("t1", "Kết nạp", 1), target("t2", "Xếp loại", 2)],
      taskGroups: [
        {
          ...{ id: "g1", position: 1, name: "Tư tưởng" },
          tasks: [
            { id: "g1.1", name: "Học tập nghị quyết", leadUnit: "db", targets: ["t1", "t2"], dueOn: "2020-06-30" },
            { id: "g1.2", name: "Đã xong", updates: [{ on: "2020-01-01", state: "done" }] },
          ],
        },
        {
          ...{ id: "g9", position: 2, name: "Dân vận" },
          tasks: [{ id: "g9.1", name: "Dân vận khéo", updates: [{ on: "2020-01-01", state: "in_progress" }] }],
        },
      ],
    },
    {
      ...{ id: "2023-2027", name: "Nhiệm kỳ 2023 - 2027", startsOn: "2023-01-01", endsOn: "2027-12-31" },
      targets: [target("t1", "Kết nạp", 1), target("t2", "Xếp loại", 2)],
      links: [{ target: "t1", previousTerm: "2018-2022", previousTarget: "t1", kind: "same" }],
      taskGroups: [
        {
          ...{ id: "g1", position: 1, name: "Tư tưởng" },
          tasks: [
            {
              ...{ id: "g1.1", name: "Mở lớp", leadUnit: "cb1", supportingUnits: ["cb2"], dueOn: "2023-05-31" },
              ...{ targets: ["t1"], expectedResult: "02 lớp" },
            },
            { id: "g1.2", name: "Của chi bộ đã giải thể", leadUnit: "cb3" },
          ],
        },
        { id: "g2", position: 2, name: "Kiểm tra" },
      ],
    },
  ],
};

export type TasksTest = Awaited<ReturnType<typeof openTasks>>;

/** The two terms in a fresh database, and what speaks of them by codes. */
export async function openTasks(engine: Engine) {
  const store = await openFreshStore(engine);
  await importBundle(store, importer, validBundle(bundle));
  const term = (await findTermByCode(store.db, "2023-2027"))!;
  const units = new Map((await listUnits(store.db)).map(({ code, id }) => [code, id]));
  const targets = new Map((await listTargets(store.db, term.id)).map(({ code, id }) => [code, id]));
  const groups = () => listTaskGroups(store.db, term.id);
  return {
    ...{ store, term, groups },
    unitId: (code: string) => units.get(code)!,
    targetId: (code: string) => targets.get(code)!,
    group: async (code: string) => (await groups()).find((one) => one.code === code)!,
    task: async (code: string) => (await groups()).flatMap(({ tasks }) => tasks).find((one) => one.code === code)!,
    /** Groups and tasks as a list of names: `Tư tưởng: Mở lớp, …`. */
    told: async () =>
      (await groups()).map(({ name, tasks }) => `${name}: ${tasks.map((task) => task.name).join(", ")}`),
    /** Somebody with a role, bound to a unit where it is a secretary's. */
    person: async (login: string, role: Role, unitCode: string | null = null) => {
      const bound = unitCode === null ? null : units.get(unitCode)!;
      const accountId = await addAccount(store, login, [{ role, unitId: bound, from: "2023-01-01", to: null }]);
      const holdings = [held(role, bound, "2023-01-01")];
      const actor = { accountId, login, displayName: `Tài khoản ${login}`, holdings };
      return <P extends Permission>(permission: P) => authorize(actor, permission, TODAY);
    },
  };
}

/** The office arranges the tasks of a test's term. */
export type ArrangedTest = TasksTest & Awaited<ReturnType<typeof withOffice>>;

const withOffice = async (test: TasksTest) => ({ office: await test.person("vanphong", "office") });

/** The two terms with somebody of the office. */
export async function openArranged(engine: Engine): Promise<ArrangedTest> {
  const test = await openTasks(engine);
  return { ...test, ...(await withOffice(test)) };
}

export const day = (text: string) => text as CalendarDate;

const EMPTY = { leadUnitId: "", supportingUnitIds: [], dueOn: "", expectedResult: "", targetIds: [] };

/** What the form of a new task sends, changed where the test says so. */
const taskTyped = (groupId: string, typed: object) => typedTask.parse({ ...EMPTY, groupId, ...typed });

/** Adds a group. */
export const addGroup = ({ store, term, office }: ArrangedTest, name: string) => {
  const input = { mode: "save" as const, termId: term.id, groupId: null, base: null, typed: { name }, reason: null };
  return saveTaskGroup(store, office("terms.configure"), input, NOW);
};

/** Adds a task to a group. */
export const addTask = async ({ store, term, office, group }: ArrangedTest, groupCode: string, typed: object) => {
  const filled = taskTyped((await group(groupCode)).id, typed);
  const input = { mode: "save" as const, termId: term.id, taskId: null, base: null, typed: filled, reason: null };
  return saveTask(store, office("terms.configure"), input, NOW);
};

/** Changes a task from a state that is its own unless another is handed in. */
export const change = async (test: ArrangedTest, code: string, typed: object, base?: ReturnType<typeof taskState>) => {
  const group = (await test.groups()).find(({ tasks }) => tasks.some((task) => task.code === code))!;
  const stored = taskState(await test.task(code), group.id);
  const filled = typedTask.parse({ ...stored, ...typed });
  const sent = JSON.parse(JSON.stringify(base ?? stored)) as never;
  const input = { mode: "save" as const, termId: test.term.id, taskId: (await test.task(code)).id };
  return saveTask(
    test.store,
    test.office("terms.configure"),
    { ...input, base: sent, typed: filled, reason: null },
    NOW,
  );
};

/** Takes a change back as the office. */
export const undo = ({ store, office }: ArrangedTest, { changeId }: { readonly changeId: string | null }) =>
  undoChange(store, office("changes.undo"), changeId!);

/** Reports progress of a task. */
export const report = async (
  test: TasksTest,
  who: ArrangedTest["office"],
  code: string,
  typed: { on: CalendarDate; state: "not_started" | "in_progress" | "done" | "stopped" | null; text: string | null },
) => {
  const input = { mode: "save" as const, taskId: (await test.task(code)).id, base: null, typed, reason: null };
  return reportProgress(test.store, who("tasks.update"), input, NOW);
};

/** The fields that a refusal names, with the code of each. */
export const fieldsOf = async (work: Promise<unknown>) =>
  Object.fromEntries(Object.entries((await refusal(work)).fields).map(([field, { code }]) => [field, code]));
