import { describe, expect, it } from "vitest";
import { listUnits } from "@/db/queries/units";
import type { Store } from "@/db/store";
import { asCalendarDate } from "@/domain/dates";
import type { Role } from "@/domain/roles";
import { readTarget, type TargetView } from "@/server/loaders/targets";
import type { WhatIfQuery } from "@/server/loaders/target-what-if";
import { importBundle } from "@/server/workflows/bundles";
import { importer, validBundle } from "../../support/bundles";
import { openFreshStore } from "../../support/databases";

const today = asCalendarDate("2023-06-30");

const accepted = (measure: string, unit: string, period: string, value: object) => ({
  ...{ measure, unit, period, status: "accepted" },
  ...value,
});

const bundle = {
  format: "tien-do/bundle@1",
  units: [
    { id: "db", kind: "committee", name: "Đảng ủy", from: "2015-01-01" },
    { id: "cb1", kind: "cell", name: "Chi bộ 1", parent: "db", from: "2015-01-01", position: 1 },
    {
      ...{ id: "cb2", kind: "cell", name: "Chi bộ 2", parent: "db", from: "2015-01-01", position: 2 },
      versions: [{ from: "2023-01-01", name: "Chi bộ Hai" }],
    },
  ],
  unitEvents: [{ id: "e1", kind: "rename", on: "2023-01-01", from: ["cb2"], into: ["cb2"] }],
  terms: [
    {
      ...{ id: "2020-2025", name: "Nhiệm kỳ 2020 - 2025", startsOn: "2020-07-01", endsOn: "2025-06-30" },
      targets: [
        {
          ...{ id: "kỷ luật/1", position: 1, name: "Giữ nghiêm kỷ luật" },
          measures: [
            {
              ...{ id: "m1", name: "Số vi phạm", kind: "count", frequency: "year", overUnits: "sum", overTime: "sum" },
              ...{ rule: "at_most", plan: "9", sensitive: true },
              planHistory: [{ until: "2022-12-31", plan: "7", reason: "Điều chỉnh" }],
            },
            {
              ...{ id: "m2", name: "Kỷ luật", kind: "judged", frequency: "year", overUnits: "min" },
              ...{ overTime: "each_year", rule: "judged", sensitive: true },
            },
          ],
        },
      ],
      figures: [
        accepted("m1", "cb1", "2021", { n: "1" }),
        accepted("m1", "cb2", "2021", { n: "2" }),
        accepted("m2", "cb1", "2021", { judged: "met", evidence: "Của Chi bộ 1" }),
        accepted("m2", "cb2", "2021", { judged: "not_met", evidence: "Của Chi bộ 2" }),
        accepted("m2", "cb2", "2022", { judged: "met", evidence: "Năm sau" }),
      ],
    },
  ],
};

async function openBundle(): Promise<Store> {
  const store = await openFreshStore("sqlite");
  await importBundle(store, importer, validBundle(bundle));
  return store;
}

async function lookAs(
  store: Store,
  role: Role,
  unitCode: string | null,
  asOf = "2023-06-30",
  asked: WhatIfQuery = {},
): Promise<TargetView> {
  const unitId = (await listUnits(store.db)).find(({ code }) => code === unitCode)?.id ?? null;
  const holdings = [{ role, unitId, from: asCalendarDate("2020-01-01"), to: null }];
  const actor = { accountId: "a", login: "a", displayName: "A", holdings };
  const looking = { actor, query: { asOf, ...asked }, today, locale: "vi" as const };
  return (await store.read((db) => readTarget(db, "kỷ luật/1", looking)))!;
}

const cellsOf = (view: TargetView) => view.measures[0]!.cells.map(({ actual, withheld }) => [actual, withheld]);
const evidenceOf = (view: TargetView) => view.measures[1]!.evidence.map(({ text }) => text);

describe("a sensitive measure", () => {
  it("shows a secretary the own cell's figures and evidence, the other cell's not, and the total of all", async () => {
    const view = await lookAs(await openBundle(), "secretary", "cb1");
    expect(cellsOf(view)).toEqual([
      ["1", false],
      [null, true],
    ]);
    const courses = view.measures[0]!.cellPeriods!.cells.map(({ withheld, periods }) => [withheld, periods.length]);
    expect(courses).toEqual([
      [false, 3],
      [true, 0],
    ]);
    expect(evidenceOf(view)).toEqual(["Đạt: Của Chi bộ 1"]);
    expect(view.measures[0]!.actual).toBe("3");
  });

  it.each(["office", "leadership", "inspector"] as const)("shows all of it to the role %s", async (role) => {
    const view = await lookAs(await openBundle(), role, null);
    expect(cellsOf(view)).toEqual([
      ["1", false],
      ["2", false],
    ]);
    expect(evidenceOf(view)).toHaveLength(3);
  });
});

describe("the changes of a plan", () => {
  const changed = (fields: object) => {
    const [term] = bundle.terms;
    const [count, judged] = term!.targets[0]!.measures;
    const targets = [{ ...term!.targets[0], measures: [{ ...count, planHistory: [], ...fields }, judged] }];
    return { ...bundle, terms: [{ ...term, targets, figures: [] }] };
  };
  const toldOf = async (fields: object) => {
    const store = await openFreshStore("sqlite");
    await importBundle(store, importer, validBundle(changed(fields)));
    const { planChanges, trajectory } = (await lookAs(store, "office", null)).measures[0]!;
    return { told: planChanges.map(({ plan }) => plan), events: trajectory!.events.map(({ label }) => label) };
  };

  it("tell the years that differ, not the unchanged value of the term", async () => {
    const years = { yearPlans: { "2022": "2", "2023": "4" } };
    const planHistory = [{ until: "2022-12-31", plan: "9", yearPlans: { "2022": "2", "2023": "3" } }];
    const { told, events } = await toldOf({ plan: "9", ...years, planHistory });
    expect([told, events.includes("điều chỉnh chỉ tiêu")]).toEqual([["năm 2023: 3, sau đó 4"], true]);
  });

  it("tell the word of the level from which units count as good", async () => {
    const share = {
      kind: "level",
      overUnits: "share",
      overTime: "latest",
      rule: "at_least",
      plan: "4",
      sharePlan: "90",
    };
    const { told } = await toldOf({ ...share, planHistory: [{ until: "2022-12-31", plan: "3", sharePlan: "80" }] });
    expect(told).toEqual(["xếp loại từ “Hoàn thành tốt nhiệm vụ”; 80%"]);
  });

  it("are none where an earlier plan says the same", async () => {
    const { told, events } = await toldOf({ planHistory: [{ until: "2022-12-31", plan: "9" }] });
    expect([told, events.includes("điều chỉnh chỉ tiêu")]).toEqual([[], false]);
  });
});

describe("a target seen at an earlier day", () => {
  it("knows nothing of later figures, evidence, plans, names and reorganisations", async () => {
    const store = await openBundle();
    const [count, judged] = (await lookAs(store, "office", null, "2022-06-30")).measures;
    expect(judged!.evidence.map(({ period }) => period)).toEqual(["2021", "2021"]);
    expect(judged!.cells.map(({ unitName }) => unitName)).toEqual(["Chi bộ 1", "Chi bộ 2"]);
    expect(count).toMatchObject({ plan: { value: "7" }, planChanges: [], trajectory: { events: [] } });
    const later = (await lookAs(store, "office", null)).measures[0]!;
    expect(later).toMatchObject({ plan: { value: "9" }, planChanges: [{ plan: "7", reason: "Điều chỉnh" }] });
    expect(later.cells[1]!.unitName).toBe("Chi bộ Hai");
    expect(later.trajectory!.events.map(({ on }) => on)).toEqual(["2023-01-01", "2023-01-01"]);
  });
});

describe("what an address asks", () => {
  const whatIfOf = async (asked: WhatIfQuery) => {
    const store = await openFreshStore("sqlite");
    const [term] = bundle.terms;
    const admitted = { kind: "count", frequency: "quarter", overUnits: "sum", overTime: "sum", rule: "at_least" };
    const measures = ["a", "b"].map((id) => ({ id, name: id, plan: "11", unitLabel: "người", ...admitted }));
    const figures = ["a", "b"].map((id) => accepted(id, "cb1", "2021-Q1", { n: "3" }));
    const targets = [{ ...term!.targets[0], measures }];
    await importBundle(store, importer, validBundle({ ...bundle, terms: [{ ...term, targets, figures }] }));
    const view = await lookAs(store, "office", null, "2024-06-30", asked);
    return view.measures.map(({ whatIf }) => [whatIf!.typed, whatIf!.answer?.sentence, whatIf!.problem]);
  };

  it("is answered of the first measure: 3 and 4 each quarter reach 11 in the second; the other stands at what is needed", async () => {
    expect(await whatIfOf({ whatIf: "4" })).toEqual([
      ["4", "Mỗi quý 4 người: hết nhiệm kỳ có 19 người, đạt chỉ tiêu 11 trong quý IV năm 2024.", null],
      ["2", "Mỗi quý 2 người: hết nhiệm kỳ có 11 người, đạt chỉ tiêu 11 trong quý II năm 2025.", null],
    ]);
  });

  it("is answered of the measure that it names; what cannot be read is given back", async () => {
    const [first, second] = await whatIfOf({ whatIf: "0,5", measure: "b" });
    expect([first![0], second![0], second![1]]).toEqual([
      ...["2", "0,5", "Mỗi quý 0,5 người: hết nhiệm kỳ có 5 người, chưa đạt chỉ tiêu 11."],
    ]);
    expect((await whatIfOf({ whatIf: "hai" }))[0]).toEqual(["hai", undefined, "bad_number"]);
  });
});
