import { describe, expect, it } from "vitest";
import type * as z from "zod";
import { changeDueRulesInput } from "@/domain/inputs/periods";
import { newTermInput, typedTermInput } from "@/domain/inputs/terms";
import { typedReorganisation } from "@/domain/inputs/units";

/** What is wrong by field: the codes. */
function problems(schema: z.ZodType, input: unknown): Record<string, string> {
  const parsed = schema.safeParse(input);
  return Object.fromEntries((parsed.error?.issues ?? []).map(({ path, message }) => [path.join("."), message]));
}

const term = {
  ...{ name: "", code: "", startsOn: "2025-07-01", endsOn: "2020-06-30", ordinal: "", heldOn: "", resolution: "" },
  ...{ years: [], atRiskCountPct: "85", atRiskPoints: "2" },
};
const event = {
  ...{ kind: "rename", on: "2024-01-01", decision: "", unitIds: [], name: "", parentId: "", successorId: "" },
  ...{ goesOn: false, founded: [], tasksTo: "", measuresFollow: true, discards: [] },
};

describe("a form tells in one answer", () => {
  it("a term's missing name and code, and a last day before the first", () => {
    expect(problems(typedTermInput, term)).toEqual({
      ...{ name: "required", code: "required", endsOn: "ends_before_start" },
    });
  });

  it("a term's missing name, thresholds that are none, and why a target that it takes over is redefined", () => {
    const from = { termId: "T", tasks: false, choices: [{ targetCode: "t1", kind: "redefined", reason: " " }] };
    const typed = { ...term, code: "T2", endsOn: "2030-06-30", atRiskCountPct: "nhiều", atRiskPoints: "120", from };
    expect(problems(newTermInput, { mode: "save", typed })).toEqual({
      ...{ "typed.name": "required", "typed.atRiskCountPct": "bad_number", "typed.atRiskPoints": "percent_over_100" },
      "typed.from.choices.0.reason": "reason_required",
    });
  });

  it("a due rule's day that is none and its months that are blank, each with its limits", () => {
    const rules = [
      { way: "day", frequency: "month", dueDay: 40, monthsAfter: Number.NaN },
      { way: "days", frequency: "year", daysAfter: 1.5 },
    ];
    expect(problems(changeDueRulesInput, { mode: "save", termId: "T", typed: { rules } })).toEqual({
      ...{ "typed.rules.0.dueDay": "not_whole_between", "typed.rules.0.monthsAfter": "not_whole_between" },
      "typed.rules.1.daysAfter": "not_whole_between",
    });
  });

  it("a renaming's missing decision, unit and name", () => {
    expect(problems(typedReorganisation, event)).toEqual({
      ...{ decision: "required", unitIds: "bad_choice", name: "required" },
    });
  });

  it("a merger's missing units beside the missing name of the new one", () => {
    const row = { name: "", kind: "cell", parent: "", code: "cb9", secretaryIds: [] };
    expect(problems(typedReorganisation, { ...event, kind: "merge", unitIds: ["u1"], founded: [row] })).toEqual({
      ...{ decision: "required", unitIds: "merge_needs_two", "founded.0.name": "required" },
    });
  });

  it("nothing of a founding without decision: at the first set-up there may be none", () => {
    expect(problems(typedReorganisation, { ...event, kind: "found" })).toEqual({});
  });
});
