import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { buildSamples } from "@/scripts/samples/build";
import { readSample, type SampleName } from "./read-sample";

const NAMES: readonly SampleName[] = ["2015-2020", "2020-2025"];

describe("the sample files", () => {
  it("are what the script writes, byte for byte, at every run", () => {
    const first = buildSamples();
    expect(buildSamples()).toEqual(first);
    expect(first.map(({ path }) => path)).toEqual(NAMES.map((name) => `samples/${name}.json`));
    for (const { path, text } of first) expect(readFileSync(path, "utf8") === text).toBe(true);
  });

  it("say the same of the units they share", () => {
    const [first, later] = NAMES.map((name) => readSample(name).bundle);
    expect(later?.organisation).toEqual(first?.organisation);
    expect(later?.units.slice(0, first?.units.length)).toEqual(first?.units);
  });
});

describe.each(NAMES)("%s", (name) => {
  const { bundle, term } = readSample(name);
  const figures = term.figures ?? [];
  const reports = new Map((term.submissions ?? []).map((report) => [`${report.unit} ${report.period}`, report]));

  it("has one report for a unit's figures of one period, of the same status", () => {
    for (const figure of figures) {
      expect(reports.get(`${figure.unit} ${figure.period}`)?.status).toBe(figure.status);
    }
    const reported = new Set(figures.map(({ unit, period }) => `${unit} ${period}`));
    expect([...reports.keys()].filter((key) => !reported.has(key))).toEqual([]);
  });

  it("marks every figure as illustrative and names nobody", () => {
    expect(figures.filter(({ illustrative }) => illustrative !== true)).toEqual([]);
    expect(bundle.organisation?.signatory?.name).toBe("");
  });

  it("claims no plan as stated, and only the 5 admissions as derived", () => {
    const measures = term.targets.flatMap((target) => target.measures);
    const notAssumed = measures.filter(({ planProvenance }) => planProvenance !== "assumed");
    const derived = notAssumed.map(({ id, plan, planProvenance }) => [id, plan, planProvenance]);
    expect(derived).toEqual(name === "2015-2020" ? [["m6", "5", "inferred"]] : []);
  });

  it("says of each target where it comes from", () => {
    const provenances = term.targets.map(({ provenance }) => provenance);
    const ofFirst = [...Array<string>(6).fill("stated"), "inferred", "inferred"];
    expect(provenances).toEqual(name === "2015-2020" ? ofFirst : Array<string>(8).fill("assumed"));
  });

  it("is uneven as life is: reports late, corrected, and not applicable", () => {
    const late = [...reports.values()].filter(({ submittedOn, dueOn }) => (submittedOn ?? "") > (dueOn ?? ""));
    expect(late.length).toBeGreaterThan(10);
    expect([...reports.values()].some(({ note }) => note?.includes("trả lại"))).toBe(true);
    expect(figures.some(({ notApplicable }) => notApplicable)).toBe(true);
    expect(figures.some(({ history }) => history?.length)).toBe(true);
  });
});

describe("the task groups of 2020-2025", () => {
  const groups = readSample("2020-2025").term.taskGroups ?? [];

  it("are five, of 4 to 6 tasks, each task in the state of its last update", () => {
    expect(groups).toHaveLength(5);
    for (const { tasks = [] } of groups) {
      expect(tasks?.length).toBeGreaterThanOrEqual(4);
      for (const { state, updates } of tasks ?? []) expect(state).toBe(updates?.at(-1)?.state);
    }
  });

  it("had two tasks overdue at the mid-term review, both in inspection", () => {
    const overdue = groups.flatMap(({ tasks }) => tasks ?? []).filter(({ dueOn, updates }) => {
      const last = updates?.findLast(({ on }) => on <= "2023-06-30");
      return (dueOn ?? "") <= "2023-06-30" && last?.state !== "done";
    });
    expect(overdue.map(({ id }) => id)).toEqual(["g4.3", "g4.4"]);
  });
});
