// Taking back what was done to an account, after its person or somebody else did something apart from it.
import { describe, expect, it } from "vitest";
import { findAccount } from "@/db/queries/accounts";
import { authorize } from "@/domain/permissions";
import { resetPassword } from "@/server/workflows/account-access";
import { changePassword } from "@/server/workflows/accounts";
import { undoChange } from "@/server/workflows/changes";
import { edit, enter, openForm, refusal, setUp, suspend, undoer } from "../support/account-settings";
import { DAY, held, PASSWORD } from "../support/accounts";
import { engines } from "../support/databases";

describe.each(engines)("taking back on %s", (engine) => {
  it("a new name and a suspension leaves the password, and each other, as they came to be since", async () => {
    const { store, officeId, office } = await setUp(engine);
    const { accountId, login, password } = await openForm(store, "an.nguyen");
    const undo = (changeId: string | null) => undoChange(store, undoer(officeId), changeId ?? "");
    const rename = async (displayName: string) => (await edit(store, office, accountId, () => ({ displayName })))();
    const named = await rename("Nguyễn Thị An");
    const self = { accountId, login, displayName: "", holdings: [held("secretary", "cb1")] };
    const chosen = { password: PASSWORD, passwordAgain: PASSWORD, next: "/" };
    await changePassword(store, authorize(self, "account.own", DAY), { currentPassword: password, ...chosen });
    const suspended = await suspend(store, office, accountId);
    await undo(named.changeId);
    expect(await findAccount(store.db, accountId)).toMatchObject({
      ...{ displayName: "Nguyễn Văn An", suspended: true, mustChangePassword: false },
    });
    const next = await resetPassword(store, office, accountId);
    await rename("Nguyễn An");
    const restored = await undo(suspended.changeId);
    expect(await findAccount(store.db, accountId)).toMatchObject({
      ...{ displayName: "Nguyễn An", suspended: false, mustChangePassword: true },
    });
    await enter(store, login, next.password);
    await undo(restored.changeId);
    expect(await refusal(enter(store, login, next.password))).toBe("account_suspended");
  });

  it("is refused once the same was changed again: the name, or why it is suspended", async () => {
    const { store, officeId, office } = await setUp(engine);
    const { accountId } = await openForm(store, "an.nguyen");
    const undo = (changeId: string | null) => refusal(undoChange(store, undoer(officeId), changeId ?? ""));
    const rename = async (displayName: string) => (await edit(store, office, accountId, () => ({ displayName })))();
    const named = await rename("Nguyễn Thị An");
    await rename("Nguyễn An");
    expect(await undo(named.changeId)).toBe("changed_since");
    const suspended = await suspend(store, office, accountId);
    await suspend(store, office, accountId, true, { base: { suspended: true, note: null }, note: "Nghỉ công tác" });
    expect(await undo(suspended.changeId)).toBe("changed_since");
  });
});

describe("suspending", () => {
  it("has nothing to take back where a suspended account is suspended again for the same reason", async () => {
    const { store, office } = await setUp("sqlite");
    const { accountId } = await openForm(store, "an.nguyen");
    await suspend(store, office, accountId, true, { note: "Nghỉ công tác" });
    const base = { suspended: true, note: "Nghỉ công tác" };
    expect(await suspend(store, office, accountId, true, { base, note: "Nghỉ công tác" })).toMatchObject({
      changeId: null,
    });
  });
});
