import { expect, it } from "vitest";
import { asCalendarDate as day } from "@/domain/dates";
import type { EarlierPlans, Plans } from "@/domain/measures";
import { asThousandths as of } from "@/domain/thousandths";
import { printedRow, reportOf, sampleData } from "./fixtures/sample-report";

const asOf = "2023-06-30";

/** Target 4 of the running sample as if its plan had been changed so, and nothing had been asked about it. */
function reportWith(now: Partial<Plans>, earlier: readonly Partial<EarlierPlans>[], shape: object = {}) {
  const data = sampleData("2020-2025", asOf);
  const none: EarlierPlans = { plan: null, yearPlans: {}, sharePlan: null, until: day("2022-12-31"), reason: "" };
  const changed = data.targets.map((target) => {
    if (target.position !== 4) return target;
    const [measure] = target.measures;
    const { until: _, reason: __, ...plans } = { ...none, ...now };
    const earlierPlans = earlier.map((plan) => ({ ...none, ...plan }));
    return {
      ...target,
      measures: [{ ...measure!, definition: { ...measure!.definition, ...shape, plans, earlierPlans } }],
    };
  });
  return reportOf({ ...data, targets: changed, explanations: [] });
}

const footnotesOf = (...input: Parameters<typeof reportWith>) =>
  reportWith(...input).footnotes.filter((line) => line.startsWith("("));

it("a changed year is told with both its plans, and the unchanged 95 of the term is not", () => {
  const earlier = { plan: of(95000), yearPlans: { "2022": of(90000), "2023": of(92000) } };
  const now = { plan: of(95000), yearPlans: { "2022": of(90000), "2023": of(93500) } };
  expect(footnotesOf(now, [earlier])).toEqual([
    "(1) Chỉ tiêu áp dụng đến hết ngày 31/12/2022: năm 2023: 92%, sau đó 93,5%.",
  ]);
});

it("a first plan says that there was none", () => {
  const now = { plan: of(95000), yearPlans: { "2023": of(95000) } };
  expect(footnotesOf(now, [{ reason: "Bổ sung." }])).toEqual([
    "(1) Chỉ tiêu áp dụng đến hết ngày 31/12/2022: chưa có; năm 2023: chưa có, sau đó 95%; lý do điều chỉnh: Bổ sung.",
  ]);
});

it("a level is told by its word, a range by both bounds", () => {
  const level = { kind: "level", overUnits: "min" };
  expect(footnotesOf({ plan: of(4000) }, [{ plan: of(3000) }], level)[0]).toContain(": Hoàn thành tốt nhiệm vụ.");
  const range = { rule: "range" };
  const bounds = [of(90000), of(97500)] as const;
  expect(footnotesOf({ plan: of(95000) }, [{ plan: bounds }], range)[0]).toContain(": 90% - 97,5%.");
});

it("an earlier plan that says the same has no footnote and no mark", () => {
  const model = reportWith({ plan: of(95000) }, [{ plan: of(95000) }]);
  expect(printedRow(model, "4").notes).not.toContain("điều chỉnh");
});
