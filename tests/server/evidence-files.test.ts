import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { evidencePath, hashContent, listContent } from "@/db/evidence-folder";
import { listAuditChain } from "@/db/queries/audit";
import { insertExplanations } from "@/db/queries/explanations";
import { insertEvidence, listAllEvidence } from "@/db/queries/evidence-files";
import { updatePeriodLock } from "@/db/queries/periods";
import { saveReportingSettings } from "@/db/queries/reporting-settings";
import { newId } from "@/db/ids";
import { DomainError } from "@/domain/errors";
import { DEFAULT_REPORTING_SETTINGS } from "@/domain/reporting-settings";
import { readAnswerEvidence, readReportEvidence } from "@/server/loaders/evidence-files";
import { readReportContext } from "@/server/report-context";
import {
  attachToAnswer,
  attachToFigure,
  openEvidence,
  readEvidenceLimit,
  removeEvidence,
} from "@/server/workflows/evidence-files";
import { acceptSubmission } from "@/server/workflows/reviews";
import { correctSubmission, submitSubmission } from "@/server/workflows/submissions";
import { engines, temporaryFolder } from "../support/databases";
import { HTML, pdf, PNG } from "../support/evidence";
import { newRequest, openReporting } from "../support/reporting";

/** Instants of the last day, in order: what is attached after a report was sent is another draft's. */
const at = (minute: number) => `2023-06-30T02:${minute.toString().padStart(2, "0")}:00.000Z`;

/** What a piece of work comes to: its answer, or the code of its refusal. */
async function outcome<T>(work: Promise<T>): Promise<T | string> {
  try {
    return await work;
  } catch (error) {
    if (error instanceof DomainError) return error.code;
    throw error;
  }
}

describe.each(engines)("evidence on %s", (engine) => {
  const open = async () => {
    const test = await openReporting(engine);
    const { store } = test;
    const folder = await temporaryFolder();
    const allow = (takesEvidence: boolean, evidenceMegabytes = 10) =>
      store.transact((tx) =>
        saveReportingSettings(tx, { ...DEFAULT_REPORTING_SETTINGS, takesEvidence, evidenceMegabytes }),
      );
    await allow(true);
    const people = {
      secretary: await test.person("bithu1", "secretary", "cb1"),
      other: await test.person("bithu2", "secretary", "cb2"),
      office: await test.person("vanphong", "office"),
      leadership: await test.person("lanhdao", "leadership"),
      inspector: await test.person("kiemtra", "inspector"),
    };
    const place = (unit: string) => ({
      ...{ unitId: test.unitId(unit), periodId: test.period.id, measureId: test.measureId("m1") },
    });
    const attach = async (bytes: Uint8Array, options: Partial<Attaching> = {}) => {
      const { who = people.secretary, unit = "cb1", name = "Biên bản.pdf", minute = 1, requestId } = options;
      const input = { requestId: requestId ?? newRequest(), name, ...place(unit) };
      return attachToFigure(store, who("figures.enter"), input, { bytes, folder, now: at(minute) });
    };
    const remove = async (fileId: string, minute: number, who = people.secretary) =>
      removeEvidence(store, who("account.own"), { requestId: newRequest(), fileId }, at(minute));
    const download = (fileId: string, who: Person) => openEvidence(store, who("figures.view"), fileId, folder);
    const send = async (minute: number) => {
      const version = (await test.submissionOf("cb1"))?.version ?? 0;
      const form = test.form("cb1", version, { m1: { n: "28", d: "28" }, m2: { n: "8" } });
      return submitSubmission(store, people.secretary("submissions.submit"), form, at(minute));
    };
    /** The names that somebody's page of the report lists; removed ones in brackets. */
    const listed = async (who: Person) =>
      store.read(async (db) => {
        const reader = who("submissions.view");
        const context = await readReportContext(db, { ...place("cb1") }, reader.on);
        const view = (await readReportEvidence(db, reader, context))(test.measureId("m1"));
        return view?.files.map(({ name, removedAt }) => (removedAt === null ? name : `(${name})`)) ?? [];
      });
    return { ...test, ...people, folder, allow, attach, remove, download, send, listed };
  };
  type Person = Awaited<ReturnType<Awaited<ReturnType<typeof openReporting>>["person"]>>;
  interface Attaching {
    readonly who: Person;
    readonly unit: string;
    readonly name: string;
    readonly minute: number;
    readonly requestId: string;
  }

  it("a file comes before its report was begun, lies under its hash, is its unit's own until it is sent", async () => {
    const test = await open();
    const bytes = pdf();
    const file = await test.attach(bytes);
    const told = { name: "Biên bản.pdf", ending: "pdf", size: bytes.byteLength, attachedBy: "Tài khoản bithu1" };
    expect(file).toMatchObject(told);
    expect(await test.submissionOf("cb1")).toBeNull();
    expect(await readFile(join(test.folder, evidencePath(hashContent(bytes))))).toEqual(Buffer.from(bytes));
    const sent = await test.download(file.id, test.secretary);
    expect([sent.name, sent.kind, sent.bytes.equals(bytes)]).toEqual(["Biên bản.pdf", "application/pdf", true]);

    const readers = [test.secretary, test.other, test.office, test.leadership, test.inspector];
    const seen = () =>
      Promise.all(readers.map(async (who) => (await outcome(test.download(file.id, who))) !== "not_found"));
    expect(await seen()).toEqual([true, false, false, false, false]);
    expect(await test.listed(test.office)).toEqual([]);
    for (const who of [test.other, test.office]) expect(await outcome(test.attach(PNG, { who }))).toBe("forbidden");
    for (const who of readers.slice(1)) expect(await outcome(test.remove(file.id, 1, who))).toBe("forbidden");

    await test.send(2);
    expect(await seen()).toEqual([true, false, true, true, true]);
    expect(await test.listed(test.office)).toEqual(["Biên bản.pdf"]);
    expect(await outcome(test.attach(PNG))).toBe("wrong_state");
    expect(await outcome(test.remove(file.id, 3))).toBe("wrong_state");
    const { measures } = test.store.db.tables;
    await test.store.transact((tx) => tx.update(measures).set({ sensitive: true }));
    expect(await seen()).toEqual([true, false, true, true, true]);
    expect(await listContent(test.folder)).toHaveLength(1);
  });

  it("refuses by setting, content, size and number, and keeps nothing of what it refuses", async () => {
    const test = await open();
    const { id } = await test.attach(pdf("tệp 1"));
    await test.allow(false);
    expect(await outcome(test.attach(pdf()))).toBe("evidence_off");
    expect(await outcome(readEvidenceLimit(test.store.db))).toBe("evidence_off");
    expect(await test.listed(test.secretary)).toEqual(["Biên bản.pdf"]);
    expect(await outcome(test.download(id, test.secretary))).toMatchObject({ kind: "application/pdf" });
    await test.allow(true, 1);
    expect(await readEvidenceLimit(test.store.db)).toBe(1_000_000);
    expect(await outcome(test.attach(HTML))).toBe("evidence_kind");
    expect(await outcome(test.attach(new Uint8Array(1_000_001)))).toBe("file_too_large");
    expect(await listContent(test.folder)).toHaveLength(1);
    const [first] = await test.store.db.select().from(test.store.db.tables.evidenceFiles);
    await test.store.transact(async (tx) => {
      for (let count = 2; count <= 10; count += 1) {
        await insertEvidence(tx, { ...first!, hash: hashContent(pdf(`tệp ${count}`)) }, { by: null, at: at(1) });
      }
    });
    expect(await outcome(test.attach(pdf("tệp 11")))).toBe("evidence_too_many");
    expect(await listContent(test.folder)).toHaveLength(1);
  });

  it("the same content is one file on disk, twice beside two figures and once beside one", async () => {
    const test = await open();
    const bytes = pdf();
    const first = await test.attach(bytes, { requestId: "request-once-1" });
    expect(await test.attach(bytes, { requestId: "request-once-1" })).toEqual(first);
    expect((await test.attach(bytes, { name: "tên khác.pdf" })).id).toBe(first.id);
    const theirs = await test.attach(bytes, { who: test.other, unit: "cb2" });
    expect(await listAllEvidence(test.store.db)).toHaveLength(2);
    expect(await listContent(test.folder)).toHaveLength(1);
    await test.remove(first.id, 2);
    expect(await outcome(test.download(theirs.id, test.other))).toMatchObject({ name: "Biên bản.pdf" });

    // Damaged on disk it is not handed out; the same content, attached again, mends it.
    await writeFile(join(test.folder, evidencePath(hashContent(bytes))), pdf("Biên bảm"));
    expect(await outcome(test.download(theirs.id, test.other))).toBe("evidence_lost");
    await test.attach(bytes);
    expect(await outcome(test.download(theirs.id, test.other))).toMatchObject({ name: "Biên bản.pdf" });

    await test.store.transact((tx) => updatePeriodLock(tx, [test.period.id], at(4)));
    expect(await outcome(test.attach(PNG, { who: test.other, unit: "cb2" }))).toBe("period_locked");
    expect(await outcome(test.remove(theirs.id, 5, test.other))).toBe("period_locked");

    // The log has more readers than a draft: it knows a file by its hash, not by its name.
    const log = (await listAuditChain(test.store.db, 0, 100)).filter(({ subjectId }) => subjectId === first.id);
    const did = log.map(({ action, actorLogin }) => `${actorLogin} ${action}`);
    expect(did).toEqual(["bithu1 evidence.attached", "bithu1 evidence.removed"]);
    const told = { unit: "cb1", period: "2023-06", measure: "m1", term: "2023", mediaType: "application/pdf" };
    expect(JSON.parse(log[0]!.after!)).toEqual({ ...told, size: bytes.byteLength, hash: hashContent(bytes) });
    expect(log[1]!.before).toBe(log[0]!.after);
  });

  it("removed in a correction it stays beside what was accepted until that is sent, then inspection alone sees it", async () => {
    const test = await open();
    const { id } = await test.attach(pdf());
    const sent = await test.send(2);
    const decide = (version: number) => ({ requestId: newRequest(), submissionId: sent.submissionId, version });
    const accepted = await acceptSubmission(test.store, test.office("submissions.accept"), decide(sent.version), at(3));
    const correction = { ...decide(accepted.version), reason: "Nhầm biên bản" };
    await correctSubmission(test.store, test.secretary("submissions.correct"), correction, at(4));
    await test.remove(id, 5);
    await test.attach(PNG, { name: "Biên bản mới.png", minute: 6 });
    const readers = [test.secretary, test.leadership, test.office];
    expect(await Promise.all(readers.map(test.listed))).toEqual([
      ["Biên bản mới.png"],
      ["Biên bản.pdf"],
      ["Biên bản.pdf"],
    ]);
    await test.send(7);
    expect(await Promise.all(readers.map(test.listed))).toEqual([
      ["Biên bản mới.png"],
      ["Biên bản mới.png"],
      ["(Biên bản.pdf)", "Biên bản mới.png"],
    ]);
    const downloads = readers.map(async (who) => typeof (await outcome(test.download(id, who))) === "object");
    expect(await Promise.all(downloads)).toEqual([false, false, true]);
    expect(await outcome(test.remove(id, 8))).toBe("not_found");
  });

  it("an answer's files go with the answer: its unit's until it is written, closed with the question", async () => {
    const test = await open();
    const { store, term, unitId } = test;
    const question = { kind: "question" as const, writtenOn: null, text: "Vì sao chậm?" };
    const asked = { id: newId(), code: "gt1", targetId: null, unitId: unitId("cb1"), measureId: null, periodId: null };
    const explanation = { ...asked, state: "open" as const, answerBy: null, version: 1, messages: [question] };
    await store.transact((tx) => insertExplanations(tx, term.id, [explanation], at(0)));
    const attach = (who: Person) => {
      const input = { requestId: newRequest(), name: "Giải trình.pdf", explanationId: asked.id };
      const file = { bytes: pdf("Giải trình"), folder: test.folder, now: at(1) };
      return attachToAnswer(store, who("explanations.answer"), input, file);
    };
    expect(await outcome(attach(test.other))).toBe("forbidden");
    const { id } = await attach(test.secretary);
    const listed = async (who: Person) => {
      const view = await readAnswerEvidence(store.db, who("explanations.view"), asked.id, false);
      return view?.files.map(({ name }) => name) ?? [];
    };
    expect(await Promise.all([listed(test.secretary), listed(test.leadership)])).toEqual([["Giải trình.pdf"], []]);
    expect(await outcome(test.download(id, test.leadership))).toBe("not_found");
    const { explanationMessages, explanations } = store.db.tables;
    const answer = { id: newId(), explanationId: asked.id, position: 1, kind: "answer" as const, createdAt: at(2) };
    await store.transact((tx) => tx.insert(explanationMessages).values({ ...answer, writtenOn: null, text: "Do…" }));
    expect(await listed(test.leadership)).toEqual(["Giải trình.pdf"]);
    expect(await outcome(test.download(id, test.leadership))).toMatchObject({ kind: "application/pdf" });
    expect(await outcome(test.download(id, test.other))).toBe("not_found");
    await store.transact((tx) => tx.update(explanations).set({ state: "closed" }));
    expect([await outcome(attach(test.secretary)), await outcome(test.remove(id, 3))]).toEqual([
      "wrong_state",
      "wrong_state",
    ]);
  });
});
