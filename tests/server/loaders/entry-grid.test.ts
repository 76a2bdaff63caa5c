import { describe, expect, it } from "vitest";
import { createTranslate } from "@/messages/translate";
import { readEntryGrid, type GridQuery } from "@/server/loaders/entry-grid";
import { saveDraft, submitSubmission } from "@/server/workflows/submissions";
import { engines } from "../../support/databases";
import { NOW, openReporting } from "../../support/reporting";

const wording = { locale: "vi", t: createTranslate("vi") } as const;

describe.each(engines)("the entry grid on %s", (engine) => {
  const open = async () => {
    const test = await openReporting(engine);
    const secretary = await test.person("bithu1", "secretary", "cb1");
    const other = await test.person("bithu2", "secretary", "cb2");
    const office = await test.person("vanphong", "office");
    await saveDraft(
      test.store,
      secretary("figures.enter"),
      test.form("cb1", 0, { m1: { n: "2x", d: "29" }, m2: { notApplicable: true, note: "Không có nguồn" } }),
      NOW,
    );
    const sent = test.form("cb2", 0, { m1: { n: "27", d: "28" }, m2: { n: "0" } });
    await submitSubmission(test.store, other("submissions.submit"), sent, NOW);
    const read = async (person: typeof office, query: GridQuery) => {
      const view = (await readEntryGrid(test.store.db, person("submissions.view"), query, wording))!;
      const texts = view.reports.map(({ name, standing, closure, cells }) =>
        [
          ...[name, standing, closure],
          ...[test.measureId("m1"), test.measureId("m2")].map((id) => `${cells[id]?.result}/${cells[id]?.total}`),
        ].join(" "),
      );
      return { view, texts };
    };
    return { secretary, other, office, read };
  };

  it("shows a cell its own texts as typed, and the office only what was sent, in cells that it cannot write", async () => {
    const { secretary, other, office, read } = await open();
    const june = { period: "2023-06" };
    expect((await read(secretary, june)).texts).toEqual(["Chi bộ 1 draft  2x/29 KAD/"]);
    expect((await read(other, june)).texts).toEqual(["Chi bộ 2 submitted submitted 27/28 0/"]);
    expect((await read(office, june)).texts).toEqual([
      "Chi bộ 1 draft other_unit / /",
      "Chi bộ 2 submitted other_unit 27/28 0/",
    ]);
    expect((await read(secretary, { unit: "cb2" })).view.units.map(({ value }) => value)).toEqual(["cb1"]);
  });

  it("shows a unit's periods that have begun, oldest first; accepted and unbegun ones stand apart", async () => {
    const { secretary, read } = await open();
    const { view, texts } = await read(secretary, {});
    expect(view).toMatchObject({ by: "unit", title: "Chi bộ 1", chosen: { unit: "cb1", frequency: "month" } });
    expect(texts).toEqual([
      ...[1, 2, 3, 4].map((month) => `${month}/2023 none  / /`),
      "5/2023 accepted accepted 27/28 /",
      "6/2023 draft  2x/29 KAD/",
    ]);
    expect(view.reports.at(-1)).toMatchObject({
      title: "Chi bộ 1, tháng 6 năm 2023",
      address: "/entry/cb1/2023-06?term=2023",
    });
  });
});
