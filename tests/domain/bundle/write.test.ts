import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { calculateBundle } from "@/domain/bundle/calculate";
import { bundleToModel } from "@/domain/bundle/model";
import { readBundle, readBundleText } from "@/domain/bundle/read";
import type { Bundle } from "@/domain/bundle/schema";
import { canonicalBundle, writeBundle } from "@/domain/bundle/write";

const root = fileURLToPath(new URL("../../..", import.meta.url));

function read(json: unknown): Bundle {
  const reading = readBundle(json);
  if (!reading.ok) throw new Error(JSON.stringify(reading.problems));
  return reading.bundle;
}

const unit = { id: "db", kind: "committee", name: "Đảng bộ", from: "2010-01-01" };
const measure = {
  id: "m",
  name: "m",
  kind: "count",
  frequency: "month",
  overUnits: "sum",
  overTime: "sum",
  rule: "at_least",
};

function bundleWith(measureFields: object, figures: readonly object[] = [], units: readonly object[] = [unit]) {
  const targets = [{ id: "t", position: 1, name: "t", measures: [{ ...measure, ...measureFields }] }];
  const term = { id: "T", name: "T", startsOn: "2016-01-01", endsOn: "2016-12-31", targets, figures };
  return { format: "tien-do/bundle@1", units, terms: [term] };
}

test("keys that say the same as their absence are left out, numbers lose trailing zeros", () => {
  const plain = read(bundleWith({ plan: "5" }));
  const wordy = read(
    bundleWith({ plan: "5.00", decimals: 2, mayExceedBase: false, fixedBase: null, yearPlans: {}, nLabel: "" }),
  );
  expect(writeBundle(wordy)).toBe(writeBundle(plain));
});

test("the order of keys and of figures does not matter", () => {
  const [a, b] = [
    { unit: "db", measure: "m", status: "accepted", period: "2016-02", n: "1" },
    { measure: "m", unit: "db", period: "2016-01", n: "2", status: "accepted" },
  ];
  const units = ["db"];
  const one = read(bundleWith({ units }, [a, b]));
  const other = read(bundleWith({ units }, [b, a]));
  expect(writeBundle(one)).toBe(writeBundle(other));
  expect(canonicalBundle(one).terms[0]?.figures?.map(({ period }) => period)).toEqual(["2016-01", "2016-02"]);
});

test("a measure that applies to no unit keeps its empty list: absent would mean every cell", () => {
  expect(canonicalBundle(read(bundleWith({ units: [] }))).terms[0]?.targets[0]?.measures[0]?.units).toEqual([]);
});

test("without `unitsFrom`, or with nothing in it, a measure asks its units as long as they exist, and is written without", () => {
  const text = writeBundle(read(bundleWith({ units: ["db"] })));
  expect(text).not.toContain("unitsFrom");
  for (const unitsFrom of [null, {}]) {
    expect(writeBundle(read(bundleWith({ units: ["db"], unitsFrom })))).toBe(text);
  }
  const expected = (fields: object) =>
    calculateBundle(read(bundleWith({ units: ["db"], ...fields })), null, "accepted").terms[0]?.targets[0]?.measures[0]
      ?.expected;
  expect([expected({}), expected({ unitsFrom: { db: "2016-10-01" } })]).toEqual([12, 3]);
});

test("a unit's day of taking over is written, units in their order", () => {
  const units = [unit, { ...unit, id: "dc", name: "Đảng bộ khác" }];
  const unitsFrom = { dc: "2016-07-01", db: "2016-10-01" };
  const text = writeBundle(read(bundleWith({ units: ["db", "dc"], unitsFrom }, [], units)));
  const written = read(JSON.parse(text)).terms[0]?.targets[0]?.measures[0]?.unitsFrom;
  expect(Object.entries(written ?? {})).toEqual([
    ["db", "2016-10-01"],
    ["dc", "2016-07-01"],
  ]);
});

test("a version says only what it changes, and the end of a parent stays said", () => {
  const versions = [
    { from: "2012-01-01", name: "Chi bộ 1", parent: "db" },
    { from: "2014-01-01", name: "Chi bộ A", parent: null },
  ];
  const cell = { id: "c1", kind: "cell", name: "Chi bộ 1", parent: "db", from: "2010-01-01", position: 2, versions };
  const written = canonicalBundle(read(bundleWith({}, [], [unit, cell]))).units[1]?.versions;
  expect(written).toEqual([{ from: "2012-01-01" }, { from: "2014-01-01", name: "Chi bộ A", parent: null }]);
});

test("an earlier plan of none stays said, while an absent one goes on", () => {
  const planHistory = [
    { until: "2016-03-31", plan: null, yearPlans: {} },
    { until: "2016-06-30", yearPlans: { "2016": "3.0" } },
    { until: "2016-09-30", plan: "4", yearPlans: null, sharePlan: null },
  ];
  const bundle = read(bundleWith({ plan: "5", yearPlans: { "2016": "3" }, planHistory }));
  expect(canonicalBundle(bundle).terms[0]?.targets[0]?.measures[0]?.planHistory).toEqual([
    { until: "2016-03-31", plan: null, yearPlans: {} },
    { until: "2016-06-30", plan: "4" },
    { until: "2016-09-30", plan: "4" },
  ]);
  const again = read(JSON.parse(writeBundle(bundle)));
  const plansOf = (one: Bundle) => bundleToModel(one)[0]?.targets[0]?.measures[0]?.earlierPlans;
  expect(plansOf(again)).toEqual(plansOf(bundle));
  expect(plansOf(again)?.map(({ plan, yearPlans }) => [plan, yearPlans])).toEqual([
    [null, {}],
    [4000, { "2016": 3000 }],
    [4000, { "2016": 3000 }],
  ]);
});

test("a list of messages stays where it says more than one question and one answer, and is written short where not", () => {
  const explained = (explanation: object) => {
    const bundle = bundleWith({});
    const term = { ...bundle.terms[0], explanations: [{ id: "x", unit: "db", ...explanation }] };
    return writeBundle(read({ ...bundle, terms: [term] }));
  };
  const [asked, answered] = [
    { kind: "question", on: "2016-02-01", text: "Vì sao?" },
    { kind: "answer", on: "2016-02-03", text: "Do dịch." },
  ];
  const short = { askedOn: "2016-02-01", question: "Vì sao?", answeredOn: "2016-02-03", answer: "Do dịch." };
  expect(explained({ messages: [asked, answered, { kind: "answer" }] })).toBe(explained(short));
  expect(explained({ messages: [] })).toBe(explained({}));
  for (const messages of [
    [answered, asked],
    [asked, answered, answered],
    [asked, asked],
  ]) {
    const written = JSON.parse(explained({ messages })) as Bundle;
    expect(written.terms[0]?.explanations?.[0]).toEqual({ id: "x", unit: "db", messages });
    expect(writeBundle(read(written))).toBe(explained({ messages }));
  }
});

test("a reason for a blank figure counts as no figure: achievements are the same with and without it", () => {
  const units = [unit, { ...unit, id: "c1", kind: "cell" }];
  const figures = [{ measure: "m", unit: "c1", period: "2016-01", n: "2", status: "accepted" }];
  const plain = bundleWith({}, figures, units);
  const blanks = [{ measure: "m", note: "Chưa có quyết định" }];
  const submissions = [{ unit: "c1", period: "2016-02", status: "accepted", blanks }];
  const told = read({ ...plain, terms: [{ ...plain.terms[0], submissions }] });
  expect(calculateBundle(told, null, "accepted")).toEqual(calculateBundle(read(plain), null, "accepted"));
  expect(canonicalBundle(told).terms[0]?.submissions).toEqual(submissions);
});

test.each(readdirSync(join(root, "tests/cases/own")))("writing %s twice gives the same, and it reads again", (file) => {
  const { bundle } = JSON.parse(readFileSync(join(root, "tests/cases/own", file), "utf8")) as { bundle: unknown };
  const written = writeBundle(read(bundle));
  const again = readBundleText(written);
  if (!again.ok) throw new Error(JSON.stringify(again.problems));
  expect(writeBundle(again.bundle)).toBe(written);
});
