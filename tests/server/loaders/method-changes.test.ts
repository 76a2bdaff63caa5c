import { describe, expect, it } from "vitest";
import { readTarget } from "@/server/loaders/targets";
import { changeMeasure } from "@/server/workflows/measures";
import { undoChange } from "@/server/workflows/changes";
import { systemActor } from "@/server/system-actor";
import { held } from "../../support/accounts";
import { engines } from "../../support/databases";
import { measureForm } from "../../support/measure-forms";
import { NOW, openReporting, TODAY } from "../../support/reporting";

describe.each(engines)("the history of a method on its target's page on %s", (engine) => {
  it("tells day, what changed and why; after an undo it tells nothing", async () => {
    const { store, measureId } = await openReporting(engine);
    const holdings = [held("office", null, "2023-01-01")];
    const actor = { accountId: "a", login: "a", displayName: "A", holdings };
    const looking = { actor, query: {}, today: TODAY, locale: "vi" as const };
    const told = async () => (await store.read((db) => readTarget(db, "t1", looking)))!.measures[0]!.methodChanges;
    expect(await told()).toEqual([]);
    const typed = { overUnits: "mean", overTime: "min", mayExceedBase: true } as const;
    const form = await measureForm(store, measureId("m1"), typed, "Theo hướng dẫn mới");
    const { changeId } = await changeMeasure(store, systemActor("terms.configure", TODAY), form, NOW);
    const differences = [
      "Cộng các đơn vị: cộng các đơn vị → bình quân các đơn vị",
      "Cộng theo thời gian: cộng dồn các kỳ → kỳ thấp nhất",
      "Có thể vượt 100%: không → có",
    ];
    expect(await told()).toEqual([{ on: TODAY, differences, reason: "Theo hướng dẫn mới" }]);
    await undoChange(store, systemActor("changes.undo", TODAY), changeId!);
    expect(await told()).toEqual([]);
  });
});
