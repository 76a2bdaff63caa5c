import { describe, expect, it } from "vitest";
import { listAudit } from "@/db/queries/audit";
import { findExplanation, listExplanations } from "@/db/queries/explanations";
import { findPeriodByKey } from "@/db/queries/periods";
import { listTargets } from "@/db/queries/targets";
import { asCalendarDate } from "@/domain/dates";
import { DomainError } from "@/domain/errors";
import { standingOfExplanation } from "@/domain/explanations";
import type { AskExplanation } from "@/domain/inputs/explanations";
import {
  answerExplanation,
  askExplanation,
  askFurther,
  closeExplanation,
  withdrawExplanation,
} from "@/server/workflows/explanations";
import { createTranslate } from "@/messages/translate";
import { buildAppendixReport } from "@/reports/build/appendix";
import type { AppendixData } from "@/reports/build/appendix-data";
import { appendixFromBundle } from "@/reports/build/appendix-from-bundle";
import { findProfile } from "@/reports/profiles/find-profile";
import { readAppendix } from "@/server/loaders/appendix";
import { exportBundle, importBundle } from "@/server/workflows/bundles";
import { importer } from "../support/bundles";
import { engines, openFreshStore } from "../support/databases";
import { newRequest, NOW, openReporting, TODAY } from "../support/reporting";

const labels = { locale: "vi" as const, t: createTranslate("vi") };

const codeOf = async (work: Promise<unknown>) => {
  const error: unknown = await work.then(
    () => null,
    (thrown: unknown) => thrown,
  );
  expect(error).toBeInstanceOf(DomainError);
  return (error as DomainError).code;
};

describe.each(engines)("questions and answers, on %s", (engine) => {
  const open = async () => {
    const test = await openReporting(engine);
    const { store, term, unitId, measureId } = test;
    const leader = await test.person("lanhdao", "leadership");
    const secretary = await test.person("bithu1", "secretary", "cb1");
    const month = async (key: string) => (await findPeriodByKey(store.db, term.id, key))!.id;
    const question = async (change: Partial<AskExplanation> = {}): Promise<AskExplanation> => ({
      ...{
        requestId: newRequest(),
        termId: term.id,
        targetId: null,
        unitId: unitId("cb1"),
        measureId: measureId("m1"),
      },
      ...{ periodId: await month("2023-05"), text: "Vì sao giảm?", answerBy: asCalendarDate("2023-07-05"), ...change },
    });
    const ask = async (change: Partial<AskExplanation> = {}) =>
      askExplanation(store, leader("explanations.ask"), await question(change), NOW);
    const onlyOne = async () => (await listExplanations(store.db, term.id))[0]!;
    const on = async (version: number) => ({
      ...{ requestId: newRequest(), explanationId: (await onlyOne()).id, version },
    });
    const answer = async (version: number, text = "Một đồng chí ốm.", who = secretary) =>
      answerExplanation(store, who("explanations.answer"), { ...(await on(version)), text }, NOW);
    const end = async (how: typeof closeExplanation, version: number) =>
      how(store, leader("explanations.ask"), await on(version), NOW);
    return { ...test, leader, secretary, month, question, ask, answer, end, on, onlyOne };
  };

  it("asked, answered, closed, asked further and answered again: every message stays, every step is in the log", async () => {
    const test = await open();
    await test.ask();
    await test.answer(1);
    await test.end(closeExplanation, 2);
    const further = { ...(await test.on(3)), text: "Còn tháng 6?", answerBy: null };
    await askFurther(test.store, test.leader("explanations.ask"), further, NOW);
    const { version } = await test.answer(4, "Đã đủ.");
    const { messages, state, answerBy } = await test.onlyOne();
    expect(messages.map(({ kind, text, writtenOn }) => `${kind} ${text} ${writtenOn}`)).toEqual([
      ...["question Vì sao giảm? 2023-06-30", "answer Một đồng chí ốm. 2023-06-30"],
      ...["question Còn tháng 6? 2023-06-30", "answer Đã đủ. 2023-06-30"],
    ]);
    expect({ version, state, answerBy }).toEqual({ version: 5, state: "answered", answerBy: null });
    const log = await listAudit(test.store.db, { subject: { type: "explanation", id: further.explanationId } }, 9);
    expect(log.map(({ action, actorLogin }) => `${actorLogin} ${action.split(".")[1]}`).reverse()).toEqual([
      ...["lanhdao asked", "bithu1 answered", "lanhdao closed", "lanhdao asked", "bithu1 answered"],
    ]);
    expect(JSON.parse(log[2]!.after!)).toMatchObject({ unit: "cb1", measure: "m1", period: "2023-05", text: null });
  });

  it("a repeated request is done once, an older version is stale, and a question is taken back only unanswered", async () => {
    const test = await open();
    const asked = await test.question();
    const ask = () => askExplanation(test.store, test.leader("explanations.ask"), asked, NOW);
    expect(await ask()).toEqual(await ask());
    expect(await listExplanations(test.store.db, test.term.id)).toHaveLength(1);
    expect(await codeOf(test.end(closeExplanation, 1))).toBe("wrong_state");
    await test.end(withdrawExplanation, 1);
    expect(standingOfExplanation(await test.onlyOne())).toEqual({ state: "closed", hasAnswer: false });
    expect(await codeOf(test.answer(1))).toBe("stale_version");
    expect(await codeOf(test.answer(2))).toBe("wrong_state");
    expect((await test.ask({ requestId: newRequest() })).code).toBe("x2");
  });

  it("only the leadership asks, and only the asked unit's own people answer", async () => {
    const test = await open();
    await test.ask();
    const other = await test.person("bithu2", "secretary", "cb2");
    const office = await test.person("vanphong", "office", "db");
    const inspector = await test.person("kiemtra", "inspector");
    for (const who of [test.secretary, office, inspector]) {
      expect(() => who("explanations.ask")).toThrow(expect.objectContaining({ code: "forbidden" }) as DomainError);
    }
    expect(await codeOf(test.answer(1, "Không phải của tôi", other))).toBe("forbidden");
    expect(await codeOf(test.answer(1, "Không phải của tôi", office))).toBe("forbidden");
    expect(() => inspector("explanations.answer")).toThrow(
      expect.objectContaining({ code: "forbidden" }) as DomainError,
    );
    expect((await test.onlyOne()).messages).toHaveLength(1);
    await test.answer(1);
  });

  it("a question about a target goes to the committee, whose office answers it", async () => {
    const test = await open();
    const [target] = await listTargets(test.store.db, test.term.id);
    await test.ask({ targetId: target!.id, unitId: test.unitId("db"), measureId: null, periodId: null });
    const office = await test.person("vanphong", "office", "db");
    expect(await codeOf(test.answer(1))).toBe("forbidden");
    expect((await test.answer(1, "Đang khắc phục.", office)).version).toBe(2);
  });

  it("refuses what is not there, has not begun, is not asked of the unit, or is due in the past", async () => {
    const test = await open();
    const refused = async (change: Partial<AskExplanation>) => codeOf(test.ask(change));
    expect(await refused({ unitId: "none" })).toBe("not_found");
    expect(await refused({ measureId: "none" })).toBe("not_found");
    expect(await refused({ periodId: null })).toBe("not_found");
    expect(await refused({ periodId: await test.month("2023-07") })).toBe("period_not_open");
    expect(await refused({ unitId: test.unitId("db") })).toBe("measure_not_applicable");
    expect(await refused({ answerBy: asCalendarDate("2023-06-29") })).toBe("invalid_input");
    expect(await listExplanations(test.store.db, test.term.id)).toEqual([]);
    const late = await test.ask({ measureId: null, answerBy: TODAY });
    expect(late.version).toBe(1);
  });

  it("travels in a bundle with its state and its day, and stands there as it stood here", async () => {
    const test = await open();
    await test.ask();
    await test.ask({ measureId: null, text: "Vì sao chậm?", answerBy: null });
    await test.answer(1);
    const bundle = await exportBundle(test.store);
    const elsewhere = await openFreshStore(engine);
    await importBundle(elsewhere, importer, bundle);
    expect(await exportBundle(elsewhere)).toEqual(bundle);
    expect(bundle.terms[0]!.explanations).toMatchObject([
      { id: "x1", measure: "m1", state: "answered", answerBy: "2023-07-05", answer: "Một đồng chí ốm." },
      { id: "x2", unit: "cb1", period: "2023-05", state: "open", question: "Vì sao chậm?" },
    ]);
    expect(await findExplanation(test.store.db, "none")).toBeNull();
    const choice = { termId: "2023", asOf: TODAY, basis: "accepted" } as const;
    const query = { term: "2023", asOf: TODAY };
    const stored = (await test.store.read((db) => readAppendix(db, query, TODAY))).data;
    const notes = (data: AppendixData) => buildAppendixReport(data, labels, findProfile("hd05")).footnotes;
    expect(notes(stored)).toContain("(1) Chi bộ 1, 5/2023: Một đồng chí ốm.");
    expect(notes(stored)).toEqual(notes(appendixFromBundle(bundle, choice)));
  });
});
