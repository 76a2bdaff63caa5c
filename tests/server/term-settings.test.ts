import { describe, expect, it } from "vitest";
import { listAudit } from "@/db/queries/audit";
import { listStoredPeriods } from "@/db/queries/periods";
import { insertPlanVersion } from "@/db/queries/plans";
import { listSubmissions } from "@/db/queries/submissions";
import { listTargetLinks, listTargets } from "@/db/queries/targets";
import { listTaskGroups } from "@/db/queries/tasks";
import { findTerm, findTermByCode, mapYearIds } from "@/db/queries/terms";
import { listTotals } from "@/db/queries/totals";
import { verifyDatabase } from "@/db/verify";
import { joinYears, moveYearEnd, proposeYears, splitYear } from "@/domain/reporting-years";
import { addDays } from "@/domain/dates";
import type { Thousandths } from "@/domain/thousandths";
import { saveLinksInput } from "@/domain/inputs/terms";
import { readOverview } from "@/server/loaders/overview-reading";
import { readShell } from "@/server/loaders/shell";
import { readTarget } from "@/server/loaders/targets";
import { authorize } from "@/domain/permissions";
import { undoChange } from "@/server/workflows/changes";
import { readOrganisationState, saveOrganisation } from "@/server/workflows/organisations";
import { saveOrganisationInput } from "@/domain/inputs/organisations";
import { readLinksState, saveLinks } from "@/server/workflows/term-links";
import { closeTerm, reopenTerm, startTerm } from "@/server/workflows/term-states";
import { createTerm, removeTerm, saveTerm } from "@/server/workflows/terms";
import { held } from "../support/accounts";
import { refusal } from "../support/account-settings";
import { engines, openFreshStore } from "../support/databases";
import { openReporting } from "../support/reporting";
import { AT, deed, formOf, nextTerm, officeOf, ON, openFirstTerm, states, yearsOf } from "../support/term-settings";

describe.each(engines)("terms set up by the office on %s", (engine) => {
  it("a new term is a draft with its 6 calendar years and 97 periods; undone it is gone", async () => {
    const store = await openFreshStore(engine);
    const { office } = await officeOf(store);
    const { changeId } = await createTerm(store, office("terms.configure"), nextTerm(), AT);
    const term = (await findTermByCode(store.db, "2020-2025"))!;
    expect(term).toMatchObject({ state: "draft", congress: { ordinal: "XII" }, settings: { atRiskCountPct: 85 } });
    expect(term.years.map(({ id }) => id)).toEqual(["2020", "2021", "2022", "2023", "2024", "2025"]);
    expect(await listStoredPeriods(store.db, term.id)).toHaveLength(60 + 20 + 10 + 6 + 1);
    await undoChange(store, office("changes.undo"), changeId!);
    expect(await states(store)).toEqual([]);
  });

  it("all eight targets of 2015-2020 come forward as the same, each linked, their plans assumed", async () => {
    const { store, office, first } = await openFirstTerm(engine);
    const from = { termId: first.id, tasks: false, choices: [] };
    const { changeId } = await createTerm(store, office("terms.configure"), nextTerm({}, from), AT);
    const term = (await findTermByCode(store.db, "2020-2025"))!;
    const targets = await listTargets(store.db, term.id);
    const before = await listTargets(store.db, first.id);
    expect(targets.map(({ name }) => name)).toEqual(before.map(({ name }) => name));
    expect(targets.flatMap(({ measures }) => measures).every(({ planProvenance }) => planProvenance !== "stated")).toBe(
      true,
    );
    const links = await listTargetLinks(store.db, term.id);
    expect(links.map(({ kind, previousTargetCode }) => `${kind} ${previousTargetCode}`)).toEqual(
      before.map(({ code }) => `same ${code}`),
    );
    expect((await listTaskGroups(store.db, term.id)).map(({ name }) => name)).toEqual(
      (await listTaskGroups(store.db, first.id)).map(({ name }) => name),
    );
    await undoChange(store, office("changes.undo"), changeId!);
    expect(await states(store)).toEqual(["2015-2020 closed"]);
  });

  it("of eight, one dropped and one redefined with its reason: seven targets, eight links", async () => {
    const { store, office, first } = await openFirstTerm(engine);
    const [one, two] = await listTargets(store.db, first.id);
    const choices = [
      { targetCode: one!.code, kind: "dropped", reason: null },
      { targetCode: two!.code, kind: "redefined", reason: "Đổi mẫu số" },
    ];
    const from = { termId: first.id, tasks: false, choices };
    await createTerm(store, office("terms.configure"), nextTerm({}, from), AT);
    const term = (await findTermByCode(store.db, "2020-2025"))!;
    expect(await listTargets(store.db, term.id)).toHaveLength(7);
    expect((await listTargetLinks(store.db, term.id)).slice(0, 2)).toMatchObject([
      { kind: "dropped", targetId: null },
      { kind: "redefined", reason: "Đổi mẫu số" },
    ]);
  });

  it("a term that overlaps another, a taken code and a gap between years are refused at their fields", async () => {
    const { store, office } = await openFirstTerm(engine);
    const create = (changes: object) => refusal(createTerm(store, office("terms.configure"), nextTerm(changes), AT));
    expect(await create({ startsOn: "2020-06-30" })).toMatchObject({ startsOn: "term_overlaps" });
    expect(await create({ code: "2015-2020" })).toEqual({ code: "code_taken" });
    const { years } = nextTerm().typed;
    expect(await create({ years: years.filter((_, index) => index !== 2) })).toEqual({
      "years.2.startsOn": "years_gap",
    });
  });

  it("the turn from 2015 to 2016 moves half a year on: the preview's effects are what happens, reports move along, undo restores", async () => {
    const { store, office, first } = await openFirstTerm(engine, false);
    const reported = await listSubmissions(store.db, { termId: first.id });
    const changes = { years: yearsOf(moveYearEnd(first.years, 0, "2016-06-30" as typeof first.endsOn)) };
    const preview = await saveTerm(store, office("terms.configure"), await formOf(store, first.id, changes, "preview"));
    expect((await findTerm(store.db, first.id))!.years[0]!.endsOn).toBe("2015-12-31");
    const saved = await saveTerm(store, office("terms.configure"), await formOf(store, first.id, changes));
    expect(saved.effects).toEqual(preview.effects);
    expect((await findTerm(store.db, first.id))!.years[0]!.endsOn).toBe("2016-06-30");
    expect((await store.read(verifyDatabase)).findings).toEqual([]);
    const ends = new Map((await listStoredPeriods(store.db, first.id)).map(({ id, endsOn }) => [id, endsOn]));
    const now = await listSubmissions(store.db, { termId: first.id });
    expect(now.every(({ periodId, endsOn }) => ends.get(periodId) === endsOn)).toBe(true);
    await undoChange(store, office("changes.undo"), saved.changeId!);
    expect(await findTerm(store.db, first.id)).toEqual(first);
    expect(await listSubmissions(store.db, { termId: first.id })).toEqual(reported);
    expect((await store.read(verifyDatabase)).findings).toEqual([]);
  });

  it("a last day before reported periods, and a year with reports that is joined away, are refused at the field", async () => {
    const { store, office, first } = await openFirstTerm(engine, false);
    const shorter = { startsOn: first.startsOn, endsOn: "2019-06-30" as typeof first.endsOn };
    const cut = { endsOn: shorter.endsOn, years: yearsOf(proposeYears(shorter, "calendar")) };
    expect(await refusal(saveTerm(store, office("terms.configure"), await formOf(store, first.id, cut)))).toEqual({
      endsOn: "reports_would_fall_out",
    });
    const joined = { years: [{ code: "2015", startsOn: first.startsOn, endsOn: first.endsOn }] };
    expect(await refusal(saveTerm(store, office("terms.configure"), await formOf(store, first.id, joined)))).toEqual({
      years: "reports_would_fall_out",
    });
  });

  it("a year that is joined away takes its plan along: the answer names it, and undo brings both back", async () => {
    const { store, term, person } = await openReporting(engine);
    const office = await person("vanphong", "office");
    const change = async (years: typeof term.years) =>
      saveTerm(store, office("terms.configure"), await formOf(store, term.id, { years: yearsOf([...years]) }));
    await change(splitYear(term.years, 0));
    const { years } = (await findTerm(store.db, term.id))!;
    const planned = { [years[1]!.id]: 97_000 as Thousandths };
    const measure = async () => (await listTargets(store.db, term.id)).flatMap(({ measures }) => measures)[0]!;
    const { id: measureId, plans } = await measure();
    await store.transact(async (tx) => {
      const version = {
        measureId,
        fromOn: addDays(term.startsOn, 1),
        reason: null,
        plans: { ...plans, yearPlans: planned },
      };
      await insertPlanVersion(tx, version, await mapYearIds(tx, term.id), AT);
    });
    const { data, changeId } = await change(joinYears(years, 0));
    expect(data.yearsWithPlans).toEqual([years[1]!.id]);
    expect((await measure()).plans.yearPlans).toEqual({});
    await undoChange(store, office("changes.undo"), changeId!);
    expect((await measure()).plans.yearPlans).toEqual(planned);
  });

  it("the second of two who change a term is refused with what the first stored", async () => {
    const { store, office, first } = await openFirstTerm(engine, false);
    const late = await formOf(store, first.id, { name: "B" });
    await saveTerm(store, office("terms.configure"), await formOf(store, first.id, { name: "A" }));
    expect(await refusal(saveTerm(store, office("terms.configure"), late))).toBe("overtaken");
  });

  it("a draft is put into force only with targets, is closed with a reason for what is missing, and reopened with one", async () => {
    const { store, office, first } = await openFirstTerm(engine);
    const configurer = office("terms.configure");
    await createTerm(store, configurer, nextTerm(), AT);
    const empty = (await findTermByCode(store.db, "2020-2025"))!;
    expect(await refusal(startTerm(store, configurer, deed(empty.id)))).toBe("term_without_targets");
    const removed = await removeTerm(store, configurer, deed(empty.id));
    await undoChange(store, office("changes.undo"), removed.changeId!);
    expect(await states(store)).toEqual(["2015-2020 closed", "2020-2025 draft"]);
    await removeTerm(store, configurer, deed(empty.id));
    await createTerm(store, configurer, nextTerm({}, { termId: first.id, tasks: true, choices: [] }), AT);
    const term = (await findTermByCode(store.db, "2020-2025"))!;
    await startTerm(store, configurer, deed(term.id));
    expect(await states(store)).toEqual(["2015-2020 closed", "2020-2025 running"]);
    expect(await refusal(closeTerm(store, configurer, deed(term.id)))).toEqual({ reason: "reason_required" });
    await closeTerm(store, configurer, deed(term.id, "Đại hội sớm"));
    expect(await refusal(saveTerm(store, configurer, await formOf(store, term.id, { name: "X" })))).toBe("term_closed");
    expect(await refusal(reopenTerm(store, configurer, deed(term.id)))).toEqual({ reason: "reason_required" });
    const reopened = await reopenTerm(store, configurer, deed(term.id, "Bổ sung số liệu"));
    expect(await states(store)).toEqual(["2015-2020 closed", "2020-2025 running"]);
    const [entry] = await listAudit(store.db, { actions: ["term.reopened"] }, 1);
    expect(entry?.after).toContain("Bổ sung số liệu");
    await undoChange(store, office("changes.undo"), reopened.changeId!);
    expect(await states(store)).toEqual(["2015-2020 closed", "2020-2025 closed"]);
  });

  it("the office alone sees a draft, and only when it asks for it", async () => {
    const { store, office, first } = await openFirstTerm(engine);
    await createTerm(
      store,
      office("terms.configure"),
      nextTerm({}, { termId: first.id, tasks: false, choices: [] }),
      AT,
    );
    const query = { term: "2020-2025" };
    const look = { today: ON, locale: "vi" as const };
    const shown = (drafts: boolean, asked: object) =>
      store.read(async (db) => (await readOverview(db, { ...look, query: asked, drafts }, true))!.termName);
    expect(await shown(true, query)).toBe("Nhiệm kỳ 2020 - 2025");
    expect(await shown(true, {})).toBe(first.name);
    expect(await shown(false, query)).toBe(first.name);
    for (const role of ["secretary", "leadership", "inspector", "office"] as const) {
      const unitId = role === "secretary" ? "cb1" : null;
      const actor = { accountId: null, login: role, displayName: role, holdings: [held(role, unitId, "2015-01-01")] };
      const shell = await store.read((db) => readShell(db, authorize(actor, "account.own", ON), false));
      expect(shell.terms.map(({ id }) => id)).toEqual(role === "office" ? ["2020-2025", "2015-2020"] : ["2015-2020"]);
      expect(shell.defaultTermId).toBe("2015-2020");
      const target = await store.read((db) => readTarget(db, "t1", { ...look, query, actor }));
      expect(target?.state.termId).toBe(role === "office" ? "2020-2025" : "2015-2020");
    }
  });

  it("links are edited later; a redefinition without a reason is refused at its row, and undo brings them back", async () => {
    const { store, office, first } = await openFirstTerm(engine);
    const configurer = office("terms.configure");
    await createTerm(store, configurer, nextTerm({}, { termId: first.id, tasks: false, choices: [] }), AT);
    const term = (await findTermByCode(store.db, "2020-2025"))!;
    const base = await readLinksState(store.db, term.id);
    const links = (kind: string, reason: string | null) =>
      saveLinksInput.parse({
        ...{ termId: term.id, mode: "save", base },
        typed: { links: base.links.map((link, index) => (index === 0 ? { ...link, kind, reason } : link)) },
      });
    expect(await refusal(saveLinks(store, configurer, links("redefined", null)))).toEqual({
      "links.0.reason": "reason_required",
    });
    const { changeId } = await saveLinks(store, configurer, links("redefined", "Đổi cách tính"));
    expect((await listTargetLinks(store.db, term.id))[0]).toMatchObject({
      ...{ kind: "redefined", reason: "Đổi cách tính", previousTermCode: "2015-2020" },
    });
    const wrong = saveLinksInput.parse({
      ...{ termId: term.id, mode: "save", base: await readLinksState(store.db, term.id) },
      typed: {
        links: [
          { ...base.links[0], previousTargetCode: "t99" },
          { ...base.links[1], targetId: base.links[0]!.targetId },
          { targetId: null, previousTargetCode: base.links[1]!.previousTargetCode, kind: "same", reason: null },
        ],
      },
    });
    expect(await refusal(saveLinks(store, configurer, wrong))).toEqual({
      ...{ "links.0.previousTargetCode": "bad_choice", "links.1.targetId": "bad_choice" },
      "links.2.targetId": "bad_choice",
    });
    await undoChange(store, office("changes.undo"), changeId!);
    expect(await readLinksState(store.db, term.id)).toEqual(base);
  });

  it("the organisation's particulars are saved, refused when overtaken, and undone", async () => {
    const { store, office } = await openFirstTerm(engine);
    const base = (await readOrganisationState(store.db))!;
    const form = (changes: object) =>
      saveOrganisationInput.parse({ mode: "save", base, typed: { ...base, ...changes } });
    const { changeId } = await saveOrganisation(store, office("terms.configure"), form({ place: "Hà Tiên" }));
    expect((await readOrganisationState(store.db))!.place).toBe("Hà Tiên");
    expect(await refusal(saveOrganisation(store, office("terms.configure"), form({ place: "Cần Thơ" })))).toBe(
      "overtaken",
    );
    await undoChange(store, office("changes.undo"), changeId!);
    expect(await readOrganisationState(store.db)).toEqual(base);
  });

  it("totals of a new term are kept from its beginning", async () => {
    const { store, office, first } = await openFirstTerm(engine);
    await createTerm(
      store,
      office("terms.configure"),
      nextTerm({}, { termId: first.id, tasks: false, choices: [] }),
      AT,
    );
    const term = (await findTermByCode(store.db, "2020-2025"))!;
    expect((await listTotals(store.db, { termId: term.id, unitId: null, basis: "accepted" })).size).toBeGreaterThan(0);
    expect((await store.read(verifyDatabase)).findings).toEqual([]);
  });
});
