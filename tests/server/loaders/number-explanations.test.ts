// Where a number comes from: the explanation says what the page said, and leads down to who entered it.
import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import type { Store } from "@/db/store";
import { asCalendarDate } from "@/domain/dates";
import type { NumberAddress } from "@/domain/number-names";
import { authorize } from "@/domain/permissions";
import type { Role } from "@/domain/roles";
import { createTranslate } from "@/messages/translate";
import { readNumberExplanation } from "@/server/loaders/number-explanations";
import { readOverview } from "@/server/loaders/overview-reading";
import { importBundle } from "@/server/workflows/bundles";
import { everything, importer, sampleBundle, validBundle } from "../../support/bundles";
import { engines, openFreshStore } from "../../support/databases";
import { doDeed } from "../../support/report-deeds";
import { openReporting } from "../../support/reporting";

const today = asCalendarDate("2023-06-30");
const wording = { locale: "vi" as const, t: createTranslate("vi") };

function readerAs(role: Role, unitId: string | null = null) {
  const holdings = [{ role, unitId, from: asCalendarDate("2020-01-01"), to: null }];
  return authorize({ accountId: "a", login: "a", displayName: "A", holdings }, "targets.view", today);
}

async function explain(store: Store, query: object, address: NumberAddress, actor = readerAs("leadership")) {
  return store.read((db) => readNumberExplanation(db, { actor, query, wording }, address));
}

describe("every number of the overview", () => {
  it.each([
    ["2020-2025", sampleBundle("2020-2025"), {}],
    ["2020-2025", sampleBundle("2020-2025"), { basis: "provisional", asOf: "2021-02-28" }],
    ["2015-2020", sampleBundle("2015-2020"), {}],
    ["with every kind of measure", validBundle(everything), {}],
  ] as const)("of %s is explained as the same number, with its formula", async (_, bundle, query) => {
    const store = await openFreshStore("sqlite");
    await importBundle(store, importer, bundle);
    const asked = { term: bundle.terms[0]!.id, ...query };
    const overview = await store.read((db) => readOverview(db, { query: asked, today, locale: "vi" }, false));
    for (const measure of overview!.targets.flatMap(({ measures }) => measures)) {
      const of = async (number: NumberAddress["number"]) =>
        explain(store, asked, { measureCode: measure.id, number }).then((view) => view!);
      const actual = await of("actual");
      expect([measure.id, actual.value]).toEqual([measure.id, measure.actual]);
      expect([measure.id, actual.formula !== null]).toEqual([
        measure.id,
        measure.actual !== null && measure.kind !== "judged",
      ]);
      expect((await of("reports")).value).toBe(`${measure.received}/${measure.expected}`);
      expect((await of("achievementPct")).value).toBe(measure.achievementPct);
      const unit = measure.excessUnit && {
        percent: "%",
        points: " điểm",
        levels: " bậc",
        units: ` ${measure.unitLabel}`,
      };
      const excess = measure.excess && `${measure.excess}${unit?.[measure.excessUnit ?? "percent"] ?? ""}`.trim();
      expect((await of("excess")).value).toBe(excess);
      expect((await of("required")).value).toBe(measure.required?.value ?? null);
      if (measure.planToDate !== null) expect((await of("planToDate")).value).toBe(measure.planToDate);
      if (measure.plan !== null) expect((await of("plan")).value).toContain(measure.plan.value);
    }
  });
});

describe("the way down", () => {
  const address = (fields: Partial<NumberAddress>): NumberAddress => ({
    ...{ measureCode: "m1", number: "actual" },
    ...fields,
  });

  it.each(engines)("on %s leads from 47/48 to each cell, and to who sent and who accepted it", async (engine) => {
    const test = await openReporting(engine);
    const [secretary, office] = [
      await test.person("thuky", "secretary", "cb1"),
      await test.person("vanphong", "office"),
    ];
    const june = { unit: "cb1", month: "2023-06" };
    await doDeed(test, { who: secretary, command: "submit", ...june, typed: { n: "20", d: "20" } });
    await doDeed(test, { who: office, command: "accept", ...june });

    const whole = (await explain(test.store, {}, address({})))!;
    expect([whole.value, whole.formula]).toEqual([
      "97,92%",
      { words: "100 × tổng Có mặt của 2 kỳ ÷ tổng Phải dự của 2 kỳ", numbers: "100 × 47 ÷ 48" },
    ]);
    const periods = whole.parts!.rows.filter(({ value }) => value !== null).map(({ label, n, d }) => [label, n, d]);
    expect(periods).toEqual([
      ["5/2023", "27", "28"],
      ["6/2023", "20", "20"],
    ]);

    // 48 were to attend in 2 months, so 24 a month for the 6 that are left.
    const required = (await explain(test.store, {}, address({ number: "required" })))!;
    expect(required.formula?.numbers).toBe("100 × (((95 ÷ 100) × (48 + ((48 ÷ 2) × 6))) − 47) ÷ ((48 ÷ 2) × 6)");

    const ofJune = address({ number: "period", periodKey: "2023-06" });
    const period = (await explain(test.store, {}, ofJune))!;
    expect([period.value, period.disagrees, period.formula?.numbers]).toEqual(["100,00%", false, "100 × 20 ÷ 20"]);
    expect(
      period.parts!.rows.map(({ label, value, entry }) => [label, value, entry!.sentBy, entry!.decidedBy]),
    ).toEqual([
      ["Chi bộ 1", "100,00%", "Tài khoản thuky", "Tài khoản vanphong"],
      ["Chi bộ 2", null, null, null],
    ]);

    // A secretary of another cell reads the figure, not the names.
    const other = (await explain(test.store, {}, ofJune, readerAs("secretary", test.unitId("cb2"))))!;
    expect(other.parts!.rows.map(({ value, entry }) => [value, entry!.sentBy])[0]).toEqual(["100,00%", null]);

    const cells = [
      await explain(test.store, {}, address({ unitCode: "cb1" })),
      await explain(test.store, {}, address({ unitCode: "cb2" })),
    ];
    expect(cells.map((cell) => [cell!.unit?.name, cell!.value])).toEqual([
      ["Chi bộ 1", "97,92%"],
      ["Chi bộ 2", null],
    ]);

    const missing = [{ measureCode: "m9" }, { unitCode: "cb9" }, { number: "year", yearId: "1999" }] as const;
    for (const one of missing) expect([one, await explain(test.store, {}, address(one))]).toEqual([one, null]);
    expect(await explain(test.store, {}, address({ number: "period", periodKey: "2023-Q2" }))).toBeNull();
  });

  it("says so when what is kept differs from what the figures give", async () => {
    const test = await openReporting("sqlite");
    const { totals } = test.store.db.tables;
    await test.store.transact((tx) => tx.update(totals).set({ value: "1/2" }).where(eq(totals.basis, "accepted")));
    const view = await explain(test.store, {}, address({ number: "period", periodKey: "2023-05" }));
    expect([view!.value, view!.disagrees]).toEqual(["0,50%", true]);
  });
});

describe("a sensitive measure", () => {
  const sensitive = () => {
    const bundle = sampleBundle("2020-2025");
    const measures = bundle.terms[0]!.targets.flatMap((target) => target.measures);
    measures.find(({ id }) => id === "m4")!.sensitive = true;
    return bundle;
  };

  it("is explained to a secretary for the whole and the own cell; other cells' figures are withheld", async () => {
    const store = await openFreshStore("sqlite");
    await importBundle(store, importer, sensitive());
    const { units } = store.db.tables;
    const rows = await store.db.select().from(units);
    const idOf = (code: string) => rows.find((unit) => unit.code === code)!.id;
    const actor = readerAs("secretary", idOf("cb1"));
    const period = { measureCode: "m4", number: "period", periodKey: "2023-04" } as const;
    const view = (await explain(store, {}, period, actor))!;
    expect(view.value).toBe("95,68%");
    expect(view.parts!.rows.map(({ entry, value }) => [entry!.state, value !== null]).slice(0, 2)).toEqual([
      ["accepted", true],
      ["withheld", false],
    ]);
    expect(await explain(store, {}, { ...period, unitCode: "cb2" }, actor)).toBeNull();
    expect(await explain(store, {}, { ...period, unitCode: "cb1" }, actor)).not.toBeNull();
  });
});
