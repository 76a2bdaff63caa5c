// What each address reads, asked for a term that is still being set up: nobody but the office meets anything of it.
import { describe, expect, it, vi } from "vitest";
import { listTargets } from "@/db/queries/targets";
import type { Store } from "@/db/store";
import type { Actor } from "@/domain/roles";
import { authorize, type Permission } from "@/domain/permissions";
import { readAppendix } from "@/server/loaders/appendix";
import { seesDrafts } from "@/server/loaders/asked-view";
import { readOverview } from "@/server/loaders/overview-reading";
import { readShell } from "@/server/loaders/shell";
import { loadReport, loadStoredReport } from "@/server/loaders/submissions";
import { readTarget } from "@/server/loaders/targets";
import { readTask, readTasks } from "@/server/loaders/tasks";
import { engines } from "../support/databases";
import { TODAY } from "../support/reporting";
import { openTasks, type TasksTest } from "../support/tasks";
import { receive } from "../support/request";
import { setTermState } from "../support/term-state";

vi.mock("next-intl/server", () => ({ getLocale: () => Promise.resolve("vi") }));

const CODE = "2023-2027";
const NAME = "Nhiệm kỳ 2023 - 2027";
const query = { term: CODE };
const locale = "vi" as const;

type Reader = (test: TasksTest, store: Store, actor: Actor) => Promise<unknown>;

const asking = <P extends Permission>(actor: Actor, permission: P) => authorize(actor, permission, TODAY);

/** The addresses of everybody by what they read; those of the settings ask for the office's permission before. */
const addresses: readonly (readonly [string, Reader])[] = [
  [
    "/",
    (_, store, actor) =>
      store.read((db) => readOverview(db, { query, today: TODAY, locale, drafts: seesDrafts(actor, TODAY) }, false)),
  ],
  [
    "/targets/t1",
    (_, store, actor) => store.read((db) => readTarget(db, "t1", { actor, query, today: TODAY, locale })),
  ],
  ["/tasks", (_, store, actor) => store.read((db) => readTasks(db, { actor, query, today: TODAY }))],
  ["/tasks/g1.1", (_, store, actor) => store.read((db) => readTask(db, "g1.1", { actor, query, today: TODAY }))],
  ["the header", (_, store, actor) => store.read((db) => readShell(db, asking(actor, "account.own"), false))],
  ["/export/appendix.docx", (_, store, actor) => store.read((db) => readAppendix(db, query, TODAY, actor))],
  [
    "/entry/cb1/2023-06",
    (_, store, actor) => {
      receive(store);
      const address = { unitCode: "cb1", periodKey: "2023-06", termCode: CODE };
      return loadReport(asking(actor, "submissions.view"), address);
    },
  ],
  [
    "/api/drafts",
    async ({ term, unitId }, store, actor) => {
      const { periods } = store.db.tables;
      const rows = await store.db.select({ id: periods.id, key: periods.key, termId: periods.termId }).from(periods);
      const period = rows.find(({ key, termId }) => key === "2023-06" && termId === term.id)!;
      const where = { unitId: unitId("cb1"), periodId: period.id };
      return store.read((db) => loadStoredReport(db, asking(actor, "drafts.view"), where));
    },
  ],
];

/** Whether anything of the draft stands in what an address answers; a refusal tells nothing. */
async function tellsOfDraft(answer: Promise<unknown>): Promise<boolean> {
  const told = await answer.then(
    (view) => JSON.stringify(view) ?? "",
    () => "",
  );
  return told.includes(CODE) || told.includes(NAME) || told.includes("editable");
}

describe.each(engines)("a term that is still being set up on %s", (engine) => {
  it("is at no address for a secretary, the leadership and the inspector, and at each of its own for the office", async () => {
    const test = await openTasks(engine);
    await setTermState(test.store, test.term.id, "draft");
    expect(await listTargets(test.store.db, test.term.id)).toHaveLength(2);
    const people = {
      secretary: await test.person("bithu1", "secretary", "cb1"),
      leadership: await test.person("lanhdao", "leadership"),
      inspector: await test.person("kiemtra", "inspector"),
    };
    for (const [role, person] of Object.entries(people)) {
      for (const [address, read] of addresses) {
        const told = await tellsOfDraft(read(test, test.store, person("account.own")));
        expect([role, address, told]).toEqual([role, address, false]);
      }
    }
    const office = await test.person("vanphong", "office");
    const seen = [];
    for (const [address, read] of addresses) {
      if (await tellsOfDraft(read(test, test.store, office("account.own")))) seen.push(address);
    }
    expect(seen).toEqual([
      "/",
      "/targets/t1",
      "/tasks",
      "/tasks/g1.1",
      "the header",
      "/export/appendix.docx",
      "/entry/cb1/2023-06",
    ]);
  });
});
