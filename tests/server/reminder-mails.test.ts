import { describe, expect, it } from "vitest";
import { findAccountByLogin } from "@/db/queries/accounts";
import { listExplanations } from "@/db/queries/explanations";
import { saveReportingSettings } from "@/db/queries/reporting-settings";
import type { CalendarDate } from "@/domain/dates";
import { saveMailInput } from "@/domain/inputs/accounts";
import { DEFAULT_REPORTING_SETTINGS } from "@/domain/reporting-settings";
import { openMailer, type Mail } from "@/server/mailer";
import { saveMail } from "@/server/workflows/accounts";
import { answerExplanation, askExplanation } from "@/server/workflows/explanations";
import { mailReminders } from "@/server/workflows/reminder-mails";
import { returnSubmission } from "@/server/workflows/reviews";
import { submitSubmission } from "@/server/workflows/submissions";
import { engines } from "../support/databases";
import { openMailServer } from "../support/mail-server";
import { newRequest, NOW, openReporting } from "../support/reporting";

const day = (text: string) => text as CalendarDate;

describe.each(engines)("reminders by mail, on %s", (engine) => {
  const open = async (sendsMail = true) => {
    const test = await openReporting(engine);
    const secretary = await test.person("bithu1", "secretary", "cb1");
    const office = await test.person("vanphong", "office");
    const leader = await test.person("lanhdao", "leadership");
    await test.store.transact((tx) => saveReportingSettings(tx, { ...DEFAULT_REPORTING_SETTINGS, sendsMail }));
    for (const [who, mail] of [
      [secretary, "bithu1@chi-bo.vn"],
      [office, "vanphong@dang-uy.vn"],
      [leader, "lanhdao@dang-uy.vn"],
    ] as const)
      await saveMail(test.store, who("account.own"), saveMailInput.parse({ mail, language: "vi" }));
    const mails: Mail[] = [];
    const failures: string[] = [];
    const round = (today: string, send: (mail: Mail) => Promise<void> = async (mail) => void mails.push(mail)) =>
      mailReminders(test.store, {
        mailer: { send },
        today: day(today),
        now: `${today}T00:00:00.000Z`,
        address: "https://tiendo.dang-uy.vn/",
        onFailure: (login) => failures.push(login),
      });
    return { ...test, secretary, office, leader, mails, failures, round };
  };

  it("tells a secretary of June's report 5 days before, on its day and after, each turn once", async () => {
    const { mails, round } = await open();
    const june = () => mails.filter(({ to }) => to === "bithu1@chi-bo.vn").flatMap(({ text }) => text.split("\n"));
    await round("2023-06-20");
    expect(june()).toContain("- Báo cáo tháng 6 năm 2023 của Chi bộ 1 đến hạn ngày 25/6/2023.");
    expect(june()).toContain("Mở phần mềm tại https://tiendo.dang-uy.vn/");
    const sent = mails.length;
    expect(await round("2023-06-20")).toBe(0);
    expect(mails).toHaveLength(sent);
    await round("2023-06-25");
    expect(june()).toContain("- Hôm nay 25/6/2023 là hạn gửi báo cáo tháng 6 năm 2023 của Chi bộ 1.");
    await round("2023-06-26");
    expect(june()).toContain("- Báo cáo tháng 6 năm 2023 của Chi bộ 1 đã quá hạn từ ngày 25/6/2023.");
  });

  it("tells the office what has waited 3 days, the unit what was returned, and the leadership who is late twice", async () => {
    const { store, secretary, office, form, mails, round } = await open();
    const sent = await submitSubmission(
      store,
      secretary("submissions.submit"),
      form("cb1", 0, { m1: { n: "28", d: "29", note: "Một người ốm" }, m2: { n: "1" } }),
      NOW,
    );
    await round("2023-07-03");
    const textTo = (to: string) => mails.find((mail) => mail.to === to)?.text ?? "";
    expect(textTo("vanphong@dang-uy.vn")).toContain("Báo cáo tháng 6 năm 2023 của Chi bộ 1 đã chờ tiếp nhận 3 ngày.");
    expect(textTo("lanhdao@dang-uy.vn")).toContain("Chi bộ 2 chậm báo cáo hai kỳ liền.");
    expect(textTo("lanhdao@dang-uy.vn")).not.toContain("Chi bộ 1");
    const decision = { requestId: newRequest(), submissionId: sent.submissionId, version: sent.version };
    await returnSubmission(store, office("submissions.return"), { ...decision, note: "Thiếu biên bản" }, NOW);
    mails.length = 0;
    await round("2023-07-04");
    expect(textTo("bithu1@chi-bo.vn")).toContain("bị trả lại: Thiếu biên bản");
  });

  it("names a question to the unit that it asks, once, and again as the day of the answer comes; until it is answered", async () => {
    const { store, term, unitId, measureId, period, leader, secretary, mails, round } = await open();
    const asked = await askExplanation(
      store,
      leader("explanations.ask"),
      {
        ...{ requestId: newRequest(), termId: term.id, targetId: null, unitId: unitId("cb1") },
        ...{ measureId: measureId("m1"), periodId: period.id, text: "Vì sao giảm?", answerBy: day("2023-07-10") },
      },
      NOW,
    );
    const linesOf = async (today: string) => {
      mails.length = 0;
      await round(today);
      return mails.flatMap(({ to, text }) =>
        text.split("\n").flatMap((line) => (line.includes("giải trình") ? [`${to} ${line}`] : [])),
      );
    };
    const line =
      "bithu1@chi-bo.vn - Lãnh đạo yêu cầu Chi bộ 1 giải trình “Dự sinh hoạt, tháng 6 năm 2023”, trả lời trước hết ngày 10/7/2023.";
    expect(await linesOf("2023-07-01")).toEqual([line]);
    expect(await linesOf("2023-07-02")).toEqual([]);
    expect(await linesOf("2023-07-05")).toEqual([line]);
    expect(await linesOf("2023-07-11")).toEqual([
      "bithu1@chi-bo.vn - Yêu cầu Chi bộ 1 giải trình “Dự sinh hoạt, tháng 6 năm 2023” đã quá ngày trả lời 10/7/2023.",
    ]);
    const answer = { requestId: newRequest(), explanationId: (await listExplanations(store.db, term.id))[0]!.id };
    await answerExplanation(
      store,
      secretary("explanations.answer"),
      { ...answer, version: asked.version, text: "Hoãn họp" },
      NOW,
    );
    expect(await linesOf("2023-07-18")).toEqual([]);
  });

  it("writes to each in the language that was chosen, subject, greeting and dates alike", async () => {
    const { store, secretary, mails, round } = await open();
    const english = saveMailInput.parse({ mail: "bithu1@chi-bo.vn", language: "en" });
    await saveMail(store, secretary("account.own"), english);
    await round("2023-06-26");
    const [own, leaders] = ["bithu1", "lanhdao"].map((login) => mails.find(({ to }) => to.startsWith(login))!);
    expect(own!.subject).toMatch(/^Reminder: /);
    expect(own!.text).toContain("Dear Tài khoản bithu1,");
    expect(own!.text).toContain("The report for June 2023 of Chi bộ 1 has been overdue since 25 Jun 2023.");
    expect(leaders!.subject).toMatch(/^Nhắc việc: /);
    expect(saveMailInput.safeParse({ mail: "a@b.vn", language: "fr" }).success).toBe(false);
  });

  it("sends nothing while it is off, to nobody without an address, and to nobody who is suspended", async () => {
    const off = await open(false);
    expect(await off.round("2023-06-25")).toBe(0);
    const { store, secretary, mails, round } = await open();
    await saveMail(store, secretary("account.own"), saveMailInput.parse({ mail: " ", language: "vi" }));
    await store.transact(async (tx) => {
      const { users } = tx.tables;
      await tx.update(users).set({ banned: true });
    });
    expect(await round("2023-06-25")).toBe(0);
    expect(mails).toEqual([]);
  });

  it("sends again what the mail server did not take, and goes on with the others", async () => {
    const { mails, failures, round } = await open();
    const sent = await round("2023-06-26", async (mail) => {
      if (mail.to.startsWith("bithu1")) throw new Error("connection refused");
      mails.push(mail);
    });
    expect([sent, failures, mails.map(({ to }) => to)]).toEqual([1, ["bithu1"], ["lanhdao@dang-uy.vn"]]);
    expect(await round("2023-06-26")).toBe(1);
    expect(mails.at(-1)).toMatchObject({ to: "bithu1@chi-bo.vn" });
  });

  it("keeps in the log that there is an address, not which", async () => {
    const { store } = await open();
    const { auditLog } = store.db.tables;
    const rows = await store.db.select().from(auditLog);
    expect(rows.filter(({ after }) => after?.includes("given"))).toHaveLength(3);
    expect(rows.some(({ after }) => after?.includes("@"))).toBe(false);
    expect(await findAccountByLogin(store.db, "bithu1")).not.toHaveProperty("mail");
  });
});

describe("the mail server", () => {
  it("takes a mail with Vietnamese letters in subject and text", async () => {
    const { url, mails } = await openMailServer();
    const mailer = openMailer({ url, from: "Tiến Độ <tiendo@dang-uy.vn>" });
    await mailer.send({ to: "bithu1@chi-bo.vn", subject: "Nhắc việc", text: "Báo cáo đã quá hạn." });
    const [mail] = mails;
    expect(mail).toContain("To: bithu1@chi-bo.vn");
    expect(mail).toContain(`Subject: =?UTF-8?`);
    const body = mail!.slice(mail!.indexOf("\n\n")).trim();
    expect(decodeBody(body)).toContain("Báo cáo đã quá hạn.");
  });

  it.each(["khong-phai-thu", "a@", "hai@thu@x.vn"])("is never asked to send to %s", (mail) => {
    expect(saveMailInput.safeParse({ mail, language: "vi" }).error?.issues[0]?.message).toBe("bad_mail");
  });
});

/** The text of a body in quoted-printable or base64, whichever the mail was sent in. */
function decodeBody(body: string): string {
  if (!body.includes("=")) return Buffer.from(body, "base64").toString("utf8");
  const bytes = body
    .replace(/=\r?\n/g, "")
    .replace(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)));
  return Buffer.from(bytes, "latin1").toString("utf8");
}
