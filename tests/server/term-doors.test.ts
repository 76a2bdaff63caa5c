import { describe, expect, it } from "vitest";
import { findSubmission, listSubmissions } from "@/db/queries/submissions";
import { listUnits } from "@/db/queries/units";
import type { TermState } from "@/domain/terms";
import { readAppendix } from "@/server/loaders/appendix";
import { listReports } from "@/server/loaders/report-lists";
import { listWaiting } from "@/server/loaders/reviews";
import { readShell } from "@/server/loaders/shell";
import { loadStoredReport } from "@/server/loaders/submissions";
import { undoChange } from "@/server/workflows/changes";
import { acceptSubmission, returnSubmission } from "@/server/workflows/reviews";
import { correctSubmission, saveDraft, submitSubmission } from "@/server/workflows/submissions";
import { closeTerm, startTerm } from "@/server/workflows/term-states";
import { refusal } from "../support/account-settings";
import { engines } from "../support/databases";
import { newRequest, NOW, openReporting, TODAY } from "../support/reporting";
import { deed, states } from "../support/term-settings";
import { setTermState } from "../support/term-state";

const figures = { m1: { n: "28", d: "29" } };

/** The term with June of cell 1 sent and May accepted, in a state that it got into afterwards. */
async function openInState(engine: Parameters<typeof openReporting>[0], state: TermState) {
  const test = await openReporting(engine);
  const people = {
    secretary: await test.person("bithu1", "secretary", "cb1"),
    office: await test.person("vanphong", "office"),
    leadership: await test.person("lanhdao", "leadership"),
    inspector: await test.person("kiemtra", "inspector"),
  };
  const form = test.form("cb1", 0, figures);
  const sent = await submitSubmission(test.store, people.secretary("submissions.submit"), form, NOW);
  const accepted = await listSubmissions(test.store.db, { termId: test.term.id, states: ["accepted"] });
  await setTermState(test.store, test.term.id, state);
  return { ...test, ...people, sent, accepted: accepted[0]! };
}

describe.each(engines)("what a term's state lets in on %s", (engine) => {
  it.each([
    ["closed", "term_closed"],
    ["draft", "period_not_open"],
  ] as const)("a %s term takes no draft, no report, no decision and no correction: %s", async (state, code) => {
    const test = await openInState(engine, state);
    const { store, secretary, office, sent, accepted } = test;
    const decided = { submissionId: sent.submissionId, version: sent.version };
    const before = await findSubmission(store.db, sent.submissionId);
    const tries = [
      () => saveDraft(store, secretary("figures.enter"), test.form("cb1", sent.version, figures), NOW),
      () => submitSubmission(store, secretary("submissions.submit"), test.form("cb1", sent.version, figures), NOW),
      () => acceptSubmission(store, office("submissions.accept"), { requestId: newRequest(), ...decided }, NOW),
      () =>
        returnSubmission(
          store,
          office("submissions.return"),
          { requestId: newRequest(), ...decided, note: "Thiếu" },
          NOW,
        ),
      () =>
        correctSubmission(
          store,
          secretary("submissions.correct"),
          { requestId: newRequest(), submissionId: accepted.id, version: accepted.version, reason: "Đếm lại" },
          NOW,
        ),
    ];
    for (const attempt of tries) expect(await refusal(attempt())).toBe(code);
    expect(await findSubmission(store.db, sent.submissionId)).toEqual(before);
  });

  it.each([
    ["running", 1],
    ["closed", 0],
    ["draft", 0],
  ] as const)(
    "of a %s term with one sent report %i stand in the office's queue and in its count",
    async (state, many) => {
      const { store, office } = await openInState(engine, state);
      expect(await listWaiting(store.db)).toHaveLength(many);
      const shell = await store.read((db) => readShell(db, office("account.own"), false));
      expect(shell.tabs.find(({ key }) => key === "review")?.waiting).toBe(many);
    },
  );

  it("a draft is in nobody's list of reports to enter", async () => {
    const { store, term } = await openInState(engine, "draft");
    const listed = async () => listReports(store.db, await listUnits(store.db), TODAY);
    expect(await listed()).toEqual([]);
    await setTermState(store, term.id, "running");
    expect((await listed()).length).toBeGreaterThan(0);
  });

  it("a draft goes out in the appendix of the office only", async () => {
    const { store, secretary, leadership, inspector, office } = await openInState(engine, "draft");
    const out = (reader: ReturnType<typeof office>) =>
      store.read(async (db) => (await readAppendix(db, { term: "2023" }, TODAY, reader)).state.termId);
    for (const person of [secretary, leadership, inspector]) {
      expect(await refusal(out(person("account.own")))).toBe("not_found");
    }
    expect(await out(office("account.own"))).toBe("2023");
  });

  it("what is stored of a report in a draft is not there for the secretary who entered it", async () => {
    const { store, secretary, term, period, unitId } = await openInState(engine, "draft");
    const where = { unitId: unitId("cb1"), periodId: period.id };
    const stored = () => store.read((db) => loadStoredReport(db, secretary("drafts.view"), where));
    expect(await refusal(stored())).toBe("not_found");
    await setTermState(store, term.id, "running");
    expect(await stored()).toMatchObject({ standing: "submitted" });
  });

  it("putting a term into force is taken back: a draft again, that takes no report", async () => {
    const test = await openInState(engine, "draft");
    const { store, secretary, office, sent } = test;
    const { changeId } = await startTerm(store, office("terms.configure"), deed(test.term.id));
    expect(await states(store)).toEqual(["2023 running"]);
    await undoChange(store, office("changes.undo"), changeId!);
    expect(await states(store)).toEqual(["2023 draft"]);
    const again = saveDraft(store, secretary("figures.enter"), test.form("cb1", sent.version, figures), NOW);
    expect(await refusal(again)).toBe("period_not_open");
  });

  it("closing a term is taken back: it runs again, and what waited is accepted", async () => {
    const { store, office, sent, term } = await openInState(engine, "running");
    const { changeId } = await closeTerm(store, office("terms.configure"), deed(term.id, "Đại hội sớm"));
    expect(await states(store)).toEqual(["2023 closed"]);
    await undoChange(store, office("changes.undo"), changeId!);
    expect(await states(store)).toEqual(["2023 running"]);
    const decided = { requestId: newRequest(), submissionId: sent.submissionId, version: sent.version };
    await acceptSubmission(store, office("submissions.accept"), decided, NOW);
    expect(await listWaiting(store.db)).toEqual([]);
  });
});
