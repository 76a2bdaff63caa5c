import { describe, expect, it } from "vitest";
import { createTranslate } from "@/messages/translate";
import { readFigureHistory } from "@/server/loaders/figure-history";
import { readThread } from "@/server/loaders/explanation-threads";
import { readExplanations } from "@/server/loaders/explanations";
import { askExplanation } from "@/server/workflows/explanations";
import { engines } from "../support/databases";
import { newRequest, NOW, openReporting } from "../support/reporting";
import { doDeed } from "../support/report-deeds";

const wording = { locale: "vi" as const, t: createTranslate("vi") };
const place = { unitCode: "cb1", periodKey: "2023-06", measureCode: "m1", termCode: "2023" };

describe.each(engines)("what became of a figure, on %s", (engine) => {
  const open = async () => {
    const test = await openReporting(engine);
    const people = {
      secretary: await test.person("bithu1", "secretary", "cb1"),
      other: await test.person("bithu2", "secretary", "cb2"),
      office: await test.person("vanphong", "office"),
      leader: await test.person("lanhdao", "leadership"),
    };
    const history = (who: keyof typeof people, at: Partial<typeof place> = {}) =>
      test.store.read((db) => readFigureHistory(db, people[who]("figures.view"), { ...place, ...at }, wording));
    const does = async (who: keyof typeof people, command: Parameters<typeof doDeed>[1]["command"], n = "28") => {
      const typed = { n, d: "29", note: "Có lý do" };
      expect(await doDeed(test, { who: people[who], command, unit: "cb1", month: "2023-06", typed })).toBeNull();
    };
    const told = async (who: keyof typeof people) =>
      (await history(who))!.values.map(({ parts, standing, by }) => `${parts} ${standing} ${by ?? "-"}`);
    return { ...test, people, history, does, told };
  };

  it("sent, returned, sent again, accepted and corrected: every value stands with what it counts towards", async () => {
    const { does, told, history } = await open();
    await does("secretary", "submit", "25");
    await does("office", "return");
    await does("secretary", "submit", "27");
    await does("office", "accept");
    await does("secretary", "correct");
    await does("secretary", "submit", "28");
    const by = "Tài khoản bithu1";
    expect(await told("leader")).toEqual([`28/29 provisional ${by}`, `27/29 accepted ${by}`, `25/29 returned ${by}`]);
    const view = (await history("office"))!;
    expect(view.values.map(({ reason, decidedBy, officeNote }) => [reason, decidedBy, officeNote])).toEqual([
      ["Nhập nhầm", null, null],
      [null, "Tài khoản vanphong", null],
      [null, "Tài khoản vanphong", "Xem lại"],
    ]);
    expect(
      view.totals.map(({ unitName, accepted, provisional }) => [unitName, accepted.parts, provisional.parts]),
    ).toEqual([
      ["Chi bộ 1", "27/29", "28/29"],
      ["Đảng ủy", "27/29", "28/29"],
    ]);
    await does("office", "accept");
    expect((await told("leader"))[1]).toBe(`27/29 replaced ${by}`);
  });

  it("a draft is its unit's own, and other cells see what counts without the names and notes", async () => {
    const { does, told, history } = await open();
    await does("secretary", "submit", "25");
    await does("office", "return");
    await does("secretary", "save", "26");
    expect(await told("secretary")).toEqual(["26/29 draft Tài khoản bithu1", "25/29 returned Tài khoản bithu1"]);
    expect(await told("office")).toEqual(["25/29 returned Tài khoản bithu1"]);
    expect(await told("other")).toEqual([]);
    await does("secretary", "submit", "26");
    expect(await told("other")).toEqual(["26/29 provisional -"]);
    expect((await history("other"))!.mayOpenReport).toBe(false);
    expect((await history("leader"))!.mayAsk).toBe(true);
  });

  it("what came with a file says so, and an address of nothing is nothing", async () => {
    const { history } = await open();
    const [imported] = (await history("leader", { periodKey: "2023-05" }))!.values;
    expect(imported).toMatchObject({ parts: "27/28", standing: "accepted", imported: true, by: null });
    expect(await history("leader", { measureCode: "m9" })).toBeNull();
    expect(await history("leader", { periodKey: "2023-Q2" })).toBeNull();
  });

  it("a question about a figure is read by its unit and those who see all, not by another cell", async () => {
    const { store, people, term, unitId, measureId, period, history } = await open();
    const about = { termId: term.id, targetId: null, unitId: unitId("cb1"), measureId: measureId("m1") };
    const asked = { ...about, periodId: period.id, requestId: newRequest(), text: "Vì sao?", answerBy: null };
    await askExplanation(store, people.leader("explanations.ask"), asked, NOW);
    const seen = (who: keyof typeof people) =>
      store.read(async (db) => {
        const actor = people[who]("explanations.view");
        const list = await readExplanations(db, actor, { term: "2023" }, wording);
        const thread = await readThread(db, actor, { code: "x1", termCode: "2023" }, wording);
        return [list!.items.length, thread?.mayAnswer ?? null, thread?.mayWithdraw ?? null];
      });
    expect(await seen("secretary")).toEqual([1, true, false]);
    expect(await seen("leader")).toEqual([1, false, true]);
    expect(await seen("office")).toEqual([1, false, false]);
    expect(await seen("other")).toEqual([0, null, null]);
    expect((await history("other"))!.explanations).toEqual([]);
    expect((await history("secretary"))!.explanations).toHaveLength(1);
  });
});
