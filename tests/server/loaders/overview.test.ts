import { describe, expect, it } from "vitest";
import { asCalendarDate } from "@/domain/dates";
import { readOverview } from "@/server/loaders/overview-reading";
import { importBundle } from "@/server/workflows/bundles";
import { importer, sampleBundle } from "../../support/bundles";
import { openFreshStore } from "../../support/databases";

const today = asCalendarDate("2023-06-30");

async function openSamples() {
  const store = await openFreshStore("sqlite");
  for (const term of ["2015-2020", "2020-2025"] as const) await importBundle(store, importer, sampleBundle(term));
  return store;
}

const look = (query: object, locale: "vi" | "en" = "vi") => ({ query, today, locale });

describe("the overview of the samples", () => {
  it("opens the running term at today, with the plan to date of a count and points of a rate", async () => {
    const store = await openSamples();
    const view = (await store.read((db) => readOverview(db, look({}), true)))!;
    expect(view.state).toEqual({ termId: "2020-2025", asOf: "2023-06-30", basis: "accepted" });
    expect([view.monthsPassed, view.monthsTotal, view.final]).toEqual([36, 60, false]);
    expect(view.targets.map(({ status }) => status)).toEqual([
      ...["on_track", "on_track", "on_track", "on_track", "at_risk", "behind", "on_track", "no_data"],
    ]);
    const [attendance] = view.targets[3]!.measures;
    expect(attendance).toMatchObject({ actual: "97,04%", excess: "+2,04", excessUnit: "points", received: 192 });
    const [admissions] = view.targets[5]!.measures;
    expect(admissions).toMatchObject({ actual: "3", planToDate: "4,80", achievementPct: "37,50%" });
    expect(view.todo[0]).toMatchObject({ type: "measure", status: "behind", shortBy: "05" });
    expect(view.taskGroups).toHaveLength(5);
  });

  it("tells who has not reported, in the official order, by names of the day", async () => {
    const store = await openSamples();
    const { reports } = (await store.read((db) => readOverview(db, look({}), true)))!;
    expect(reports.cells).toBe(6);
    expect(reports.missing.map(({ unitName, count }) => [unitName, count])).toEqual(
      expect.arrayContaining([["Chi bộ 3", 3]]),
    );
    expect(reports.expected - reports.received).toBe(reports.missing.reduce((sum, { count }) => sum + count, 0));
    expect(reports.missing.find(({ unitCode }) => unitCode === "cb3")?.newest).toEqual([
      "5/2023",
      "6/2023",
      "quý II/2023",
    ]);
  });

  it("counts submitted reports on the provisional basis, and marks what rests on them", async () => {
    const store = await openSamples();
    const view = (await store.read((db) => readOverview(db, look({ basis: "provisional" }), true)))!;
    expect(view.targets[5]!.measures[0]).toMatchObject({ actual: "4", provisional: true });
    expect(view.targets[6]!.measures[0]).toMatchObject({ provisional: false });
  });

  it("shows the ended term with verdicts, in English with English numbers", async () => {
    const store = await openSamples();
    const view = (await store.read((db) => readOverview(db, look({ term: "2015-2020" }, "en"), true)))!;
    expect(view.final).toBe(true);
    expect(view.targets.filter(({ status }) => status === "exceeded")).toHaveLength(7);
    expect(view.targets[3]!.measures[0]).toMatchObject({ actual: "97.61%", excess: "+2.61" });
    expect(view.targets[5]!.measures[0]).toMatchObject({ actual: "12", achievementPct: "240%" });
  });

  it("falls back to the defaults for what the address says wrongly", async () => {
    const store = await openSamples();
    const query = { term: "1890-1895", asOf: "2023-02-30", basis: "guessed" };
    const view = (await store.read((db) => readOverview(db, look(query), false)))!;
    expect(view.state).toEqual({ termId: "2020-2025", asOf: "2023-06-30", basis: "accepted" });
    expect(view.mayExport).toBe(false);
  });

  it("is nothing before the first term", async () => {
    const store = await openFreshStore("sqlite");
    expect(await store.read((db) => readOverview(db, look({}), true))).toBeNull();
  });
});
