import { describe, expect, test } from "vitest";
import { listSetupSteps, nextSetupStep, type SetupFacts, type SetupTerm } from "@/domain/setup-steps";

const gaps = {
  ...{ noTargets: false, targetsWithoutMeasure: [], measuresWithoutPlan: [], assumedPlans: [], noCells: false },
  ...{ measuresWithoutUnits: [], cellsWithoutSecretary: [], noDueRules: false, noTasks: false, tasksWithoutLead: [] },
};
const term: SetupTerm = { state: "running", gaps, targets: 8, measures: 9, dueRules: 5, tasks: 12 };
const whole: SetupFacts = { organisation: { filled: 5, of: 5 }, cells: 6, accounts: 7, term };
const told = (facts: SetupFacts) => listSetupSteps(facts).map(({ key, status }) => `${key} ${status}`);

describe("the steps of a first set-up", () => {
  test("after the first run only the organisation is named: its particulars come next, the term's parts wait", () => {
    const facts: SetupFacts = { organisation: { filled: 1, of: 5 }, cells: 0, accounts: 1, term: null };
    expect(told(facts)).toEqual([
      ...["organisation partial", "units todo", "term todo", "targets waiting", "plans waiting", "periods waiting"],
      ...["tasks waiting", "accounts waiting", "start waiting"],
    ]);
    expect(nextSetupStep(listSetupSteps(facts))?.key).toBe("organisation");
  });

  test("a draft with 8 targets, one without a measure, and 2 plans of 9 missing: both are begun", () => {
    const open = { ...gaps, targetsWithoutMeasure: ["t8"], measuresWithoutPlan: ["m1", "m2"] };
    const steps = listSetupSteps({ ...whole, term: { ...term, state: "draft", gaps: open } });
    expect(steps.find(({ key }) => key === "targets")).toMatchObject({ status: "partial", count: 8, open: 1 });
    expect(steps.find(({ key }) => key === "plans")).toMatchObject({ status: "partial", count: 7, open: 2 });
    expect(nextSetupStep(steps)?.key).toBe("targets");
  });

  test("a whole draft has one step left: to be put into force", () => {
    const steps = listSetupSteps({ ...whole, term: { ...term, state: "draft" } });
    expect(steps.filter(({ status }) => status !== "done").map(({ key }) => key)).toEqual(["start"]);
  });

  test("a running term with everything in place has none left", () => {
    expect(nextSetupStep(listSetupSteps(whole))).toBeNull();
  });
});
