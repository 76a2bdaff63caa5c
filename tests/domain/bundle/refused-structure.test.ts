// Nothing is half-read: each refusal names its path (CALCULATION.md §7).
import { describe, expect, test } from "vitest";
import { readBundleBytes, readBundleText } from "@/domain/bundle/read";
import { figure, FIGURES_PATH, MEASURE_PATH, rate, refusalsOf, testRefusals, type Refusal } from "../support/refusals";

const year = (id: string, startsOn: string, endsOn: string) => ({ id, startsOn, endsOn });

const blank = (measure: string, report: object = {}, note = "Chưa tổng hợp") => ({
  ...{ unit: "c1", period: "2016", status: "submitted", ...report },
  blanks: [{ measure, note }],
});

const refusals: readonly Refusal[] = [
  ["another format", { root: { format: "tien-do/bundle@2" } }, "format", "unknown_value"],
  ["no terms", { root: { terms: undefined } }, "terms", "missing"],
  ["a unit without a name", { units: [{ id: "c2", kind: "cell", from: "2010-01-01" }] }, "units.2.name", "missing"],
  ["an unknown key at the top", { root: { extra: 1 } }, "extra", "unknown_key"],
  ["an unknown key of a figure", { figures: [figure({ m: "1" })] }, `${FIGURES_PATH}.0.m`, "unknown_key"],
  ["a number that is no text", { figures: [figure({ n: 1 })] }, `${FIGURES_PATH}.0.n`, "wrong_type"],
  ["a number with a comma", { figures: [figure({ n: "1,5" })] }, `${FIGURES_PATH}.0.n`, "not_a_decimal"],
  ["four decimals", { figures: [figure({ n: "1.0001" })] }, `${FIGURES_PATH}.0.n`, "too_many_decimals"],
  ["ten whole digits", { figures: [figure({ n: "1234567890" })] }, `${FIGURES_PATH}.0.n`, "too_large"],
  ["the character NUL in a name", { term: { name: "Nhiệm kỳ\0" } }, "terms.0.name", "bad_text"],
  ["half a character in a name", { term: { name: "Nhiệm kỳ \ud83d" } }, "terms.0.name", "bad_text"],
  ["29 February 2017", { term: { startsOn: "2017-02-29" } }, "terms.0.startsOn", "not_a_date"],
  [
    "a level of 5",
    {
      measure: { kind: "level", overUnits: "mean", overTime: "min", plan: "3" },
      figures: [figure({ n: undefined, level: 5 })],
    },
    `${FIGURES_PATH}.0.level`,
    "out_of_range",
  ],
  [
    "a unit's id twice",
    { units: [{ id: "c1", kind: "cell", name: "x", from: "2010-01-01" }] },
    "units.2.id",
    "duplicate",
  ],
  [
    "a target's id twice",
    { term: { targets: [1, 2].map((position) => ({ id: "t", position, name: "t", measures: [] })), figures: [] } },
    "terms.0.targets.1.id",
    "duplicate",
  ],
  [
    "a measure's id twice in a term",
    {
      term: {
        targets: ["a", "b"].map((id, position) => ({
          id,
          position,
          name: id,
          measures: [
            {
              id: "m",
              name: "m",
              kind: "count",
              frequency: "year",
              overUnits: "sum",
              overTime: "sum",
              rule: "at_least",
            },
          ],
        })),
      },
    },
    "terms.0.targets.1.measures.0.id",
    "duplicate",
  ],
  ["two figures for the same", { figures: [figure(), figure({ n: "2" })] }, `${FIGURES_PATH}.1`, "duplicate"],
  [
    "two submissions for the same",
    { term: { submissions: [1, 2].map(() => ({ unit: "c1", period: "2016", status: "draft" })) } },
    "terms.0.submissions.1",
    "duplicate",
  ],
  [
    "an unknown parent",
    { units: [{ id: "c2", kind: "cell", name: "x", parent: "zz", from: "2010-01-01" }] },
    "units.2.parent",
    "unknown_reference",
  ],
  ["an unknown unit of a figure", { figures: [figure({ unit: "zz" })] }, `${FIGURES_PATH}.0.unit`, "unknown_reference"],
  [
    "an unknown measure of a figure",
    { figures: [figure({ measure: "zz" })] },
    `${FIGURES_PATH}.0.measure`,
    "unknown_reference",
  ],
  [
    "an unknown unit of an event",
    { root: { unitEvents: [{ id: "e", kind: "split", on: "2016-01-01", from: ["zz"] }] } },
    "unitEvents.0.from.0",
    "unknown_reference",
  ],
  [
    "an unknown target of a task",
    { term: { taskGroups: [{ id: "g", position: 1, name: "g", tasks: [{ id: "k", name: "k", targets: ["zz"] }] }] } },
    "terms.0.taskGroups.0.tasks.0.targets.0",
    "unknown_reference",
  ],
  [
    "an unknown target of a link",
    { term: { links: [{ target: "zz", kind: "same" }] } },
    "terms.0.links.0.target",
    "unknown_reference",
  ],
  ["a term that ends before it starts", { term: { endsOn: "2015-12-31" } }, "terms.0.endsOn", "ends_before_start"],
  [
    "a unit that ends before it starts",
    { units: [{ id: "c2", kind: "cell", name: "x", from: "2010-01-01", to: "2009-01-01" }] },
    "units.2.to",
    "ends_before_start",
  ],
  [
    "a version before its unit",
    { units: [{ id: "c2", kind: "cell", name: "x", from: "2010-01-01", versions: [{ from: "2009-01-01" }] }] },
    "units.2.versions.0.from",
    "out_of_order",
  ],
  [
    "its own parent",
    { units: [{ id: "c2", kind: "cell", name: "x", parent: "c2", from: "2010-01-01" }] },
    "units.2.parent",
    "circle_of_parents",
  ],
  [
    "a circle from a later day on",
    {
      units: [
        { id: "a", kind: "section", name: "a", parent: "b", from: "2010-01-01" },
        {
          id: "b",
          kind: "section",
          name: "b",
          parent: "db",
          from: "2010-01-01",
          versions: [{ from: "2016-01-01", parent: "a" }],
        },
      ],
    },
    "units.3.versions.0.parent",
    "circle_of_parents",
  ],
  [
    "years that overlap",
    { term: { figures: [], years: [year("a", "2016-01-01", "2016-12-31"), year("b", "2016-12-31", "2017-12-31")] } },
    "terms.0.years.1.startsOn",
    "years_overlap",
  ],
  [
    "years with a gap",
    { term: { figures: [], years: [year("a", "2016-01-01", "2016-12-30"), year("b", "2017-01-01", "2017-12-31")] } },
    "terms.0.years.1.startsOn",
    "years_gap",
  ],
  [
    "years that stop early",
    { term: { figures: [], years: [year("a", "2016-01-01", "2017-12-30")] } },
    "terms.0.years.0.endsOn",
    "years_gap",
  ],
  [
    "years that leave the term",
    { term: { figures: [], years: [year("a", "2015-12-31", "2017-12-31")] } },
    "terms.0.years.0.startsOn",
    "years_leave_term",
  ],
  [
    "a year called like a quarter",
    { term: { figures: [], years: [year("2016-Q1", "2016-01-01", "2017-12-31")] } },
    "terms.0.years.0.id",
    "reserved_year_id",
  ],
  [
    "a percent above 100",
    { measure: { kind: "percent", overUnits: "mean", overTime: "min" }, figures: [figure({ n: "100.001" })] },
    `${FIGURES_PATH}.0.n`,
    "percent_over_100",
  ],
  [
    "a blank of a measure that the term does not have",
    { term: { submissions: [blank("zz", { period: "2017" })] } },
    "terms.0.submissions.0.blanks.0.measure",
    "unknown_reference",
  ],
  [
    "a blank of a figure that is there",
    { term: { submissions: [blank("m")] } },
    "terms.0.submissions.0.blanks.0.measure",
    "duplicate",
  ],
  [
    "a blank in a period of another frequency",
    { term: { submissions: [blank("m", { period: "2016-03" })] } },
    "terms.0.submissions.0.blanks.0.measure",
    "wrong_frequency",
  ],
  [
    "a blank of a unit that the measure does not ask",
    { term: { submissions: [blank("m", { unit: "db" })] } },
    "terms.0.submissions.0.blanks.0.measure",
    "unit_not_asked",
  ],
  [
    "a blank without its reason",
    { term: { submissions: [blank("m", { period: "2017" }, " ")] } },
    "terms.0.submissions.0.blanks.0.note",
    "empty",
  ],
  [
    "an answer beside a list of messages",
    { term: { explanations: [{ id: "x", messages: [{ kind: "question", text: "?" }], answer: "!" }] } },
    "terms.0.explanations.0.answer",
    "beside_messages",
  ],
  [
    "a message that is neither question nor answer",
    { term: { explanations: [{ id: "x", messages: [{ kind: "remark", text: "?" }] }] } },
    "terms.0.explanations.0.messages.0.kind",
    "unknown_value",
  ],
];

describe("a bundle is refused for", () => {
  testRefusals(refusals);
});

test("a bundle with nothing wrong is read, keys beginning with x- ignored at every level", () => {
  const noted = { figures: [figure({ "x-row": 7 })], measure: { "x-source": {} }, root: { "x-tool": "y" } };
  expect(refusalsOf(noted)).toEqual([]);
});

test("a draft may hold n without d, and a denominator of 0 is no error", () => {
  const figures = [figure({ status: "draft" }), figure({ period: "2017", n: "3", d: "0" })];
  expect(refusalsOf({ measure: rate, figures })).toEqual([]);
});

test("all problems are listed, not the first one only", () => {
  const figures = [figure({ unit: "zz" }), figure({ period: "2019" }), figure({ d: "1" })];
  expect(refusalsOf({ figures })).toEqual([
    `${FIGURES_PATH}.0.unit unknown_reference`,
    `${FIGURES_PATH}.1.period outside_term`,
    `${FIGURES_PATH}.2.d wrong_kind_of_value`,
  ]);
});

test("text that is no JSON is one problem", () => {
  expect(readBundleText("{")).toEqual({ ok: false, problems: [{ path: "", code: "not_json", values: {} }] });
  expect(readBundleText("[]").ok).toBe(false);
  expect(readBundleText("null").ok).toBe(false);
});

test("JSON nested 100 000 levels deep is refused, not run into", () => {
  const nested = `${"[".repeat(100_000)}${"]".repeat(100_000)}`;
  const reading = readBundleText(`{"units":${nested}}`);
  expect(reading.ok ? [] : reading.problems.map(({ code }) => code)).toEqual(["too_deep"]);
  const inNote = readBundleText(`{"x-note":${nested}}`);
  expect(inNote.ok ? [] : inNote.problems.map(({ path, code }) => `${path} ${code}`)).toContain("format missing");
});

test("a key that objects inherit is a key like any other", () => {
  const yearPlans: unknown = JSON.parse('{"__proto__": "5"}');
  expect(refusalsOf({ measure: { yearPlans } })).toEqual([`${MEASURE_PATH}.yearPlans.__proto__ unknown_key`]);
  expect(refusalsOf({ measure: { yearPlans: { constructor: "5" } } })).toEqual([
    `${MEASURE_PATH}.yearPlans.constructor unknown_reference`,
  ]);
});

test("bytes that are no UTF-8 are refused, a byte order mark is not", () => {
  const latin = Uint8Array.from([...new TextEncoder().encode('{"format": "'), 0xe9, ...new TextEncoder().encode('"}')]);
  const marked = Uint8Array.from([0xef, 0xbb, 0xbf, ...new TextEncoder().encode("{}")]);
  expect(readBundleBytes(latin)).toEqual({ ok: false, problems: [{ path: "", code: "not_json", values: {} }] });
  const reading = readBundleBytes(marked);
  expect(reading.ok ? [] : reading.problems.map(({ path }) => path)).toContain("format");
});
