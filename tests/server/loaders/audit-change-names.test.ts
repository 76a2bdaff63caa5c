import { describe, expect, it } from "vitest";
import { listAudit } from "@/db/queries/audit";
import { listUnits } from "@/db/queries/units";
import { listAuditChanges } from "@/domain/audit-changes";
import { nameChange, readChangeNames } from "@/server/loaders/audit-change-names";
import { saveTask, taskState } from "@/server/workflows/tasks";
import { engines } from "../../support/databases";
import { NOW } from "../../support/reporting";
import { openArranged } from "../../support/tasks";

describe.each(engines)("the names of what the log changed on %s", (engine) => {
  it("units and targets stand by name: given from Chi bộ 1 to Chi bộ 2; a part's own id is left out", async () => {
    const test = await openArranged(engine);
    const group = await test.group("g1");
    const task = group.tasks[0]!;
    const [, second] = await test.store.read((db) => db.select().from(db.tables.targets));
    const units = await test.store.read((db) => listUnits(db));
    const lead = units.find(({ code }) => code === "cb2")!;
    const base = taskState(task, group.id);
    const typed = { ...base, leadUnitId: lead.id, supportingUnitIds: [], dueOn: null };
    const input = { mode: "save" as const, termId: test.term.id, taskId: task.id, base, reason: null };
    await saveTask(test.store, test.office("terms.configure"), { ...input, typed }, NOW);
    const told = await test.store.read(async (db) => {
      const [record] = await listAudit(db, {}, 1);
      const changes = [
        ...listAuditChanges(record!.before, record!.after),
        { path: ["targetId"], before: undefined, after: second!.id },
        { path: ["unitCodes", "0"], before: undefined, after: "cb2" },
        { path: ["holdings", "0", "id"], before: undefined, after: group.id },
      ];
      const known = new Map(units.map(({ id, versions }) => [id, versions[0]!.name]));
      const names = await readChangeNames(db, changes, known);
      return changes.map((change) => nameChange(change, names));
    });
    expect(told).toEqual([
      expect.objectContaining({ path: ["dueOn"] }),
      { path: ["leadUnitId"], before: "Chi bộ 1", after: "Chi bộ 2" },
      { path: ["supportingUnitIds", "0"], before: "Chi bộ 2", after: undefined },
      { path: ["targetId"], before: undefined, after: second!.name },
      { path: ["unitCodes", "0"], before: undefined, after: "Chi bộ 2" },
      null,
    ]);
  });
});
