import { describe, expect, it } from "vitest";
import { asCalendarDate } from "@/domain/dates";
import { createTranslate } from "@/messages/translate";
import { findFirstPage } from "@/server/first-page";
import { readMyWork } from "@/server/loaders/my-work";
import { acceptSubmission } from "@/server/workflows/reviews";
import { correctSubmission, submitSubmission } from "@/server/workflows/submissions";
import { engines } from "../../support/databases";
import { newRequest, NOW, openReporting, TODAY } from "../../support/reporting";

const wording = { locale: "vi" as const, t: createTranslate("vi") };

describe.each(engines)("what somebody has to do, on %s", (engine) => {
  const open = async () => {
    const test = await openReporting(engine);
    const workOf = (who: Awaited<ReturnType<typeof test.person>>) =>
      test.store.read((db) => readMyWork(db, who("work.view"), wording));
    return { ...test, workOf };
  };

  it("a secretary has the own cell's reports and nothing of others", async () => {
    const { person, workOf } = await open();
    const work = await workOf(await person("bithu1", "secretary", "cb1"));
    expect([work.waiting, work.lateUnits]).toEqual([null, null]);
    const overdue = work.own!.groups.find(({ key }) => key === "overdue")!.items;
    expect(overdue.map(({ unit, period }) => `${unit.code} ${period.key}`)).toEqual([
      ...["cb1 2023-01", "cb1 2023-02", "cb1 2023-03", "cb1 2023-04", "cb1 2023-06"],
    ]);
  });

  it("the office sees what waits since when, and every unit that is late, in the official order", async () => {
    const { store, person, form, workOf } = await open();
    const secretary = await person("bithu1", "secretary", "cb1");
    const office = await person("vanphong", "office");
    await submitSubmission(store, secretary("submissions.submit"), form("cb1", 0, { m1: { n: "28", d: "29" } }), NOW);
    const work = await workOf(office);
    expect(work.waiting).toMatchObject([{ unitName: "Chi bộ 1", period: "tháng 6 năm 2023", days: 0, tooLong: false }]);
    expect(work.lateUnits).toMatchObject([
      { unitName: "Chi bộ 1", overdue: 4, lateTwice: false, newest: ["2/2023", "3/2023", "4/2023"] },
      { unitName: "Chi bộ 2", overdue: 6, lateTwice: true },
    ]);
  });

  it("a correction waits from the day on which it was sent, not from that of the report that it corrects", async () => {
    const { store, person, form, submissionOf, workOf } = await open();
    const secretary = await person("bithu1", "secretary", "cb1");
    const office = await person("vanphong", "office");
    const texts = { m1: { n: "28", d: "29" } };
    const deed = async () => {
      const { id, version } = await submissionOf("cb1");
      return { requestId: newRequest(), submissionId: id, version };
    };
    await submitSubmission(store, secretary("submissions.submit"), form("cb1", 0, texts), NOW);
    await acceptSubmission(store, office("submissions.accept"), await deed(), NOW);
    const { submissions } = store.db.tables;
    await store.transact(
      async (tx) => void (await tx.update(submissions).set({ submittedOn: asCalendarDate("2023-06-01") })),
    );
    await correctSubmission(store, secretary("submissions.correct"), { ...(await deed()), reason: "Nhầm" }, NOW);
    const { version } = await submissionOf("cb1");
    await submitSubmission(store, secretary("submissions.submit"), form("cb1", version, texts), NOW);
    expect((await submissionOf("cb1")).submittedOn).toBe("2023-06-01");
    expect((await workOf(office)).waiting).toMatchObject([{ days: 0, tooLong: false, isCorrection: true }]);
  });

  it("the leadership sees who is late; the inspector has no work here", async () => {
    const { person, workOf } = await open();
    const work = await workOf(await person("lanhdao", "leadership"));
    expect([work.own, work.waiting, work.lateUnits?.length]).toEqual([null, null, 2]);
    const inspector = await person("kiemtra", "inspector");
    expect(() => inspector("work.view")).toThrow(expect.objectContaining({ code: "forbidden" }));
  });

  it("starts a secretary at the work to do, and everybody else at the overview", async () => {
    const { store, person } = await open();
    await person("bithu1", "secretary", "cb1");
    await person("vanphong", "office");
    const first = (login: string) => findFirstPage(store.db, login, TODAY);
    expect([await first("bithu1"), await first("vanphong"), await first("khongco")]).toEqual(["/entry", "/", "/"]);
  });
});
