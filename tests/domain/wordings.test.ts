import { describe, expect, it, test } from "vitest";
import { readBundle } from "@/domain/bundle/read";
import { computeExample, firstExample } from "@/domain/method-examples";
import { readTypedFigure } from "@/domain/typed-figures";
import { readTypedMeasure } from "@/domain/typed-measures";
import { plansStateOf } from "@/domain/typed-plans";
import { thousandthsText } from "@/domain/thousandths";
import { measuresOfWording, proposePlans, WORDING_KEYS, type WordingKey } from "@/domain/wordings";

const YEARS = ["2026", "2027", "2028", "2029", "2030"];
const context = { codes: ["m1", "m2"], committeeCode: "db" };

const SENTENCES: Record<WordingKey, readonly [wording: string, plans: readonly string[]]> = {
  eachYear: ["Hằng năm có từ 90% đảng viên trở lên hoàn thành tốt nhiệm vụ", ["90"]],
  mean: ["Tỷ lệ đảng viên dự sinh hoạt bình quân 95% trở lên", ["95"]],
  admissions: ["Trong nhiệm kỳ 2025 - 2030 kết nạp 10 đảng viên", ["10"]],
  admissionsEachYear: ["Mỗi năm kết nạp từ 90 - 100 đảng viên", ["90..100"]],
  ofTermBase: ["Kết nạp 3% trở lên so với tổng số đảng viên đầu nhiệm kỳ", ["3"]],
  ofYearBase: ["Hằng năm kết nạp 3% trở lên so với tổng số đảng viên đầu năm", ["3"]],
  allCells: ["4/4 chi bộ hoàn thành tốt nhiệm vụ", ["3 x 100"]],
  shareOfCells: ["90% trở lên số chi bộ hoàn thành tốt nhiệm vụ", ["3 x 90"]],
  committeeLevel: ["Đảng bộ hằng năm hoàn thành tốt nhiệm vụ trở lên", ["3"]],
  twoGroups: ["100% đảng viên và trên 95% quần chúng học tập Chỉ thị 05-CT/TW", ["100", "95"]],
  within: ["100% cán bộ hoàn thành nhiệm vụ, trong đó ít nhất 98% hoàn thành tốt", ["100", "98"]],
  none: ["Không có đơn thư vượt cấp", ["0"]],
  ceiling: ["Đảng viên vi phạm không quá 1%", ["1"]],
  judged: ["Cơ quan đạt chuẩn cơ quan văn hoá", ["-"]],
  money: ["Thu ngân sách 49.376 tỷ đồng", ["49376"]],
};

function measuresOf(key: WordingKey, wording: string) {
  const measures = measuresOfWording(key, context);
  const proposals = proposePlans(wording, measures);
  return measures.map((measure, index) => ({
    ...measure,
    ...{ name: `Thước đo ${index + 1}`, termBase: "120", yearBases: { "2026": "100", "2027": "110" } },
    plans: proposals[index]!.plans,
  }));
}

describe.each(WORDING_KEYS)("the sentence %s", (key) => {
  const [wording, plans] = SENTENCES[key];

  it(`proposes ${plans.join(" and ")}`, () => {
    const told = measuresOf(key, wording).map((measure) => {
      const { plan, sharePlan } = plansStateOf(readTypedMeasure(measure, YEARS).fields.plans);
      const value = typeof plan === "string" ? plan : (plan?.join("..") ?? "-");
      return sharePlan === null ? value : `${value} x ${sharePlan}`;
    });
    expect(told).toEqual(plans);
  });

  it("gives measures that a bundle may hold, and whose example has a result", () => {
    const read = measuresOf(key, wording).map((measure) => ({ typed: measure, ...readTypedMeasure(measure, YEARS) }));
    expect(read.map(({ problems }) => problems)).toEqual(read.map(() => ({})));
    const measures = read.map(({ typed, fields: { plans: ofFields, fixedBase, published: _, ...fields } }) => ({
      ...{ id: typed.code, name: typed.name, ...fields, ...plansStateOf(ofFields) },
      fixedBase: fixedBase?.years
        ? Object.fromEntries(Object.entries(fixedBase.years).map(([id, base]) => [id, thousandthsText(base)]))
        : fixedBase && { term: thousandthsText(fixedBase.term) },
      ...(typed.appliesTo === "listed" ? { units: typed.unitCodes } : {}),
    }));
    const reading = readBundle({
      format: "tien-do/bundle@1",
      units: [
        { id: "db", kind: "committee", name: "Đảng ủy", from: "2020-01-01" },
        { id: "cb1", kind: "cell", name: "Chi bộ 1", parent: "db", from: "2020-01-01" },
      ],
      terms: [
        {
          ...{ id: "2025-2030", name: "2025 - 2030", startsOn: "2026-01-01", endsOn: "2030-12-31" },
          targets: [{ id: "t1", position: 1, name: "Chỉ tiêu", measures }],
        },
      ],
    });
    expect(reading).toMatchObject({ ok: true });
    for (const { typed, fields } of read) {
      const rules = { kind: typed.kind, mayExceedBase: false, hasFixedBase: fields.fixedBase !== null };
      const cells = firstExample(typed.kind, typed.frequency).map((row) =>
        row.map((figure) => readTypedFigure(rules, figure).value),
      );
      const { actual, judged } = computeExample(
        { id: "m", earlierPlans: [], unitIds: null, joinedOn: {}, ...fields },
        cells,
      ).achievement;
      expect(actual ?? judged).not.toBeNull();
    }
  });
});

test("two numbers for one measure, or one that reads in two ways, are asked about", () => {
  const choicesOf = (key: WordingKey, wording: string) =>
    proposePlans(wording, measuresOfWording(key, context)).map(({ plans, choices }) => [plans.term.plan, ...choices]);
  expect(choicesOf("mean", "Từ 90% năm đầu lên 95% cuối nhiệm kỳ")).toEqual([["", "90", "95"]]);
  expect(choicesOf("mean", "Đạt 1.250% trở lên")).toEqual([["", "1,25", "1250"]]);
  expect(choicesOf("mean", "Đến năm 2030 theo Nghị quyết 19 và Quyết định 12-QĐ/TW đạt 95%")).toEqual([["95"]]);
  expect(choicesOf("admissions", "Kết nạp đảng viên mới")).toEqual([[""]]);
});
