// What the office does to accounts, on both engines: opening, roles, suspending, passwords, undoing.
import { describe, expect, it } from "vitest";
import { findAccount, findAccountByLogin } from "@/db/queries/accounts";
import { listAudit } from "@/db/queries/audit";
import { DomainError } from "@/domain/errors";
import { addDays } from "@/domain/dates";
import type { SuspensionState, TypedHolding } from "@/domain/inputs/accounts";
import { authorize } from "@/domain/permissions";
import { dayInVietnam } from "@/server/clock";
import { endSessions, resetPassword, unlockAccount } from "@/server/workflows/account-access";
import { changePassword } from "@/server/workflows/accounts";
import { undoChange } from "@/server/workflows/changes";
import { readAccountState } from "@/server/workflows/role-holdings";
import {
  actionsOf,
  edit,
  enter,
  FIRST,
  managerOf,
  openForm,
  refusal,
  rolesOf,
  secretaryOf,
  sessionCount,
  setUp,
  suspend,
  typedHolding,
  undoer,
  YESTERDAY,
} from "../support/account-settings";
import { addAccount, DAY, held, officeHolding, PASSWORD } from "../support/accounts";
import { engines } from "../support/databases";

describe.each(engines)("accounts of the office on %s", (engine) => {
  it("are opened with 12 digits that let in once, until the person has chosen a password", async () => {
    const { store } = await setUp(engine);
    const { accountId, login, password } = await openForm(store, "an.nguyen");
    expect(password).toMatch(/^\d{12}$/);
    await enter(store, login, password);
    expect(await findAccount(store.db, accountId)).toMatchObject({ mustChangePassword: true });
    const self = authorize(
      { accountId, login, displayName: "", holdings: [held("secretary", "cb1")] },
      "account.own",
      DAY,
    );
    const chosen = { password: PASSWORD, passwordAgain: PASSWORD, next: "/" };
    await changePassword(store, self, { currentPassword: password, ...chosen });
    expect(await findAccount(store.db, accountId)).toMatchObject({ mustChangePassword: false });
    expect(await refusal(enter(store, login, password))).toBe("sign_in_failed");
    const log = await listAudit(store.db, {}, 50);
    expect(JSON.stringify(log)).not.toContain(password);
  });

  it("refuse a login that is taken, the same role twice, and a unit that is not there then", async () => {
    const { store } = await setUp(engine);
    await openForm(store, "an.nguyen");
    expect(await refusal(openForm(store, "an.nguyen"))).toEqual({ login: "login_taken" });
    const refused = (holdings: TypedHolding[]) => refusal(openForm(store, "binh", holdings));
    expect(await refused([typedHolding(), typedHolding({ from: DAY })])).toEqual({
      "holdings.1.from": "holding_overlaps",
    });
    expect(await refused([typedHolding({ unitId: "cb2", from: "2027-01-01" })])).toEqual({
      "holdings.0.from": "unit_not_there",
    });
    expect(await refused([typedHolding({ unitId: "cb9" })])).toEqual({ "holdings.0.unitId": "bad_choice" });
    expect(await findAccountByLogin(store.db, "binh")).toBeNull();
  });

  it("change name and roles in one change that can be taken back", async () => {
    const { store, officeId, office } = await setUp(engine);
    const { accountId } = await openForm(store, "an.nguyen");
    const save = await edit(store, office, accountId, ({ holdings }) => ({
      displayName: "Nguyễn Thị An",
      holdings: [...holdings, typedHolding({ role: "inspector", from: DAY })],
    }));
    const { changeId } = await save();
    expect(await rolesOf(store, accountId)).toEqual([`secretary cb1 ${FIRST} …`, `inspector  ${DAY} …`]);
    await undoChange(store, undoer(officeId), changeId ?? "");
    expect(await readAccountState(store.db, accountId)).toMatchObject({ displayName: "Nguyễn Văn An" });
    expect(await rolesOf(store, accountId)).toEqual([`secretary cb1 ${FIRST} …`]);
    expect(await actionsOf(store, accountId)).toEqual(["account.created", "account.roles_changed"]);
  });

  it("only show in a preview what saving would refuse, and keep nothing of it", async () => {
    const { store, office } = await setUp(engine);
    const { accountId } = await openForm(store, "an.nguyen");
    const preview = await edit(store, office, accountId, () => ({ displayName: "Khác" }), "preview");
    expect(await preview()).toMatchObject({ mode: "preview", changeId: null, effects: [] });
    expect(await readAccountState(store.db, accountId)).toMatchObject({ displayName: "Nguyễn Văn An" });
    expect(await actionsOf(store, accountId)).toEqual(["account.created"]);
  });

  it("tell the second of two office workers what the first one saved", async () => {
    const { store, office } = await setUp(engine);
    const { accountId } = await openForm(store, "an.nguyen");
    const second = await edit(store, office, accountId, () => ({ displayName: "Hai" }));
    await (
      await edit(store, office, accountId, () => ({ displayName: "Một" }))
    )();
    const error: unknown = await second().catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({ code: "overtaken", values: { name: "Văn phòng" } });
    expect(JSON.parse(String((error as DomainError).values.current))).toMatchObject({ displayName: "Một" });
  });

  it("are suspended with their sessions ended at once, restored, and either is taken back", async () => {
    const { store, officeId, office } = await setUp(engine);
    const { accountId, password } = await openForm(store, "an.nguyen");
    await enter(store, "an.nguyen", password);
    const { changeId } = await suspend(store, office, accountId);
    expect(await sessionCount(store)).toBe(0);
    expect(await refusal(enter(store, "an.nguyen", password))).toBe("account_suspended");
    await undoChange(store, undoer(officeId), changeId ?? "");
    await enter(store, "an.nguyen", password);
    await suspend(store, office, accountId);
    await suspend(store, office, accountId, false);
    await enter(store, "an.nguyen", password);
    expect(await refusal(suspend(store, office, accountId, false))).toBe("overtaken");
  });

  it("keep why they are suspended until they are restored, and show it to the second who suspends", async () => {
    const { store, officeId, office } = await setUp(engine);
    const accountId = await addAccount(store, "an.nguyen", [secretaryOf("cb1")]);
    const noteOf = async () => (await findAccount(store.db, accountId))?.suspensionNote;
    await suspend(store, office, accountId, true, { note: "Nghỉ công tác" });
    const second = suspend(store, office, accountId, true, { note: "Chuyển sinh hoạt" });
    const error: unknown = await second.catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({ code: "overtaken", values: { name: "Văn phòng" } });
    const current = JSON.parse(String((error as DomainError).values.current)) as SuspensionState;
    expect(current).toEqual({ suspended: true, note: "Nghỉ công tác" });
    await suspend(store, office, accountId, true, { base: current, note: "Chuyển sinh hoạt" });
    expect(await noteOf()).toBe("Chuyển sinh hoạt");
    const base = { suspended: true, note: "Chuyển sinh hoạt" };
    const { changeId } = await suspend(store, office, accountId, false, { base, note: "thừa" });
    expect(await findAccount(store.db, accountId)).toMatchObject({ suspended: false, suspensionNote: null });
    await undoChange(store, undoer(officeId), changeId ?? "");
    expect(await noteOf()).toBe("Chuyển sinh hoạt");
  });

  it("are let in by a one-time password for 7 days after it was made, and by the next one again", async () => {
    const { store, office } = await setUp(engine);
    const { accountId, login, password, until } = await openForm(store, "an.nguyen");
    expect(until).toBe(addDays(dayInVietnam(new Date()), 7));
    await enter(store, login, password, 7);
    expect(await sessionCount(store)).toBe(1);
    expect(await refusal(enter(store, login, "wrong", 8))).toBe("sign_in_failed");
    expect(await refusal(enter(store, login, password, 8))).toBe("one_time_password_over");
    expect(await sessionCount(store), "the refused one left none").toBe(1);
    const next = await resetPassword(store, office, accountId);
    await enter(store, login, next.password);
    const self = authorize(
      { accountId, login, displayName: "", holdings: [held("secretary", "cb1")] },
      "account.own",
      DAY,
    );
    const chosen = { password: PASSWORD, passwordAgain: PASSWORD, next: "/" };
    await changePassword(store, self, { currentPassword: next.password, ...chosen });
    await enter(store, login, PASSWORD, 300);
  });

  it("get a new one-time password: the old one and all sessions end, the lock too", async () => {
    const { store, office } = await setUp(engine);
    const accountId = await addAccount(store, "an.nguyen", [secretaryOf("cb1")]);
    await enter(store, "an.nguyen");
    for (let time = 0; time < 5; time += 1) await refusal(enter(store, "an.nguyen", "wrong"));
    const { password } = await resetPassword(store, office, accountId);
    expect(await sessionCount(store)).toBe(0);
    expect(await refusal(enter(store, "an.nguyen"))).toBe("sign_in_failed");
    await enter(store, "an.nguyen", password);
    expect(await findAccount(store.db, accountId)).toMatchObject({ mustChangePassword: true });
    expect(await actionsOf(store, accountId)).toContain("account.password_reset");
  });

  it("are unlocked before their quarter of an hour is over, and their sessions are counted as they end", async () => {
    const { store, office } = await setUp(engine);
    const accountId = await addAccount(store, "an.nguyen", [secretaryOf("cb1")]);
    for (let time = 0; time < 5; time += 1) await refusal(enter(store, "an.nguyen", "wrong"));
    expect(await refusal(enter(store, "an.nguyen"))).toBe("account_locked");
    await unlockAccount(store, office, accountId);
    await enter(store, "an.nguyen");
    await enter(store, "an.nguyen");
    expect(await endSessions(store, office, accountId)).toBe(2);
    expect(await sessionCount(store)).toBe(0);
    expect(await actionsOf(store, accountId)).toEqual(expect.arrayContaining(["account.unlocked"]));
  });

  it("nobody suspends, resets or signs out his own account", async () => {
    const { store, officeId, office } = await setUp(engine);
    await addAccount(store, "vanphong2");
    expect(await refusal(suspend(store, office, officeId))).toBe("not_oneself");
    expect(await refusal(resetPassword(store, office, officeId))).toBe("not_oneself");
    expect(await refusal(endSessions(store, office, officeId))).toBe("not_oneself");
  });

  it("keep an office: by the end of a role, by suspending and by taking back", async () => {
    const { store, officeId, office } = await setUp(engine);
    const ending = await edit(store, office, officeId, ({ holdings }) => ({
      holdings: holdings.map((each) => ({ ...each, to: "2027-06-30" })),
    }));
    expect(await refusal(ending())).toBe("office_must_remain");
    const { accountId } = await openForm(store, "an.nguyen");
    const appointing = await edit(store, office, accountId, ({ holdings }) => ({
      holdings: [...holdings, typedHolding({ role: "office", from: "2027-07-01" })],
    }));
    const { changeId } = await appointing();
    await ending();
    const second = managerOf(accountId);
    expect(await refusal(suspend(store, second, officeId)), "nobody would be left today").toBe("office_must_remain");
    expect(await refusal(suspend(store, office, accountId)), "nor from 1/7/2027").toBe("office_must_remain");
    expect(await refusal(undoChange(store, undoer(officeId), changeId ?? ""))).toBe("office_must_remain");
  });

  it("answer not_found for an account that there is not", async () => {
    const { store, office } = await setUp(engine);
    expect(await refusal(suspend(store, office, "nobody"))).toBe("not_found");
    expect(await refusal(resetPassword(store, office, "nobody"))).toBe("not_found");
    expect(await refusal((await edit(store, office, "nobody", () => ({ displayName: "X" })))())).toBe("not_found");
  });
});

describe("the permission to manage accounts", () => {
  it.each(["leadership", "secretary", "inspector"] as const)("is refused to %s", (role) => {
    const actor = { accountId: "a", login: "a", displayName: "A", holdings: [held(role, "cb1")] };
    expect(() => authorize(actor, "accounts.manage", DAY)).toThrow(DomainError);
  });

  it("ends with the office's role", () => {
    const holding = held("office", null, officeHolding.from, YESTERDAY);
    const actor = { accountId: "a", login: "a", displayName: "A", holdings: [holding] };
    expect(() => authorize(actor, "accounts.manage", DAY)).toThrow(DomainError);
  });
});
