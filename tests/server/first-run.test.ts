import { describe, expect, it } from "vitest";
import { findAccountByLogin, hasOfficeAccount, listRoleHoldings } from "@/db/queries/accounts";
import { listAudit } from "@/db/queries/audit";
import { findOrganisation } from "@/db/queries/organisations";
import { type DomainError } from "@/domain/errors";
import type { FirstRunInput } from "@/domain/inputs/accounts";
import { signIn } from "@/server/auth/sign-in";
import { completeFirstRun, issueFirstRunCode } from "@/server/workflows/first-run";
import { DAY, PASSWORD } from "../support/accounts";
import { engines, openFreshStore } from "../support/databases";

const NOW = new Date("2026-03-10T05:00:00Z");

function filledIn(code: string, login = "vanphong"): FirstRunInput {
  const chosen = { password: PASSWORD, passwordAgain: PASSWORD };
  return { code, organisationName: "Đảng bộ xã", login, displayName: "Văn phòng", ...chosen };
}

const wrongCode = expect.objectContaining({ fields: { code: { code: "wrong_code", values: {} } } }) as DomainError;

describe.each(engines)("the first run on %s", (engine) => {
  it("makes the organisation and an office account that can sign in, once", async () => {
    const store = await openFreshStore(engine);
    const code = (await issueFirstRunCode(store, NOW)) ?? "";
    expect(code).toMatch(/^[2-9A-Z]{4}(-[2-9A-Z]{4}){2}$/);
    await completeFirstRun(store, filledIn(` ${code.toLowerCase().replaceAll("-", " ")} `), DAY, NOW);
    expect(await findOrganisation(store.db)).toMatchObject({ name: "Đảng bộ xã" });
    const account = await findAccountByLogin(store.db, "vanphong");
    expect(await listRoleHoldings(store.db, account?.id ?? "")).toEqual([
      { role: "office", unitId: null, from: DAY, to: null },
    ]);
    await expect(signIn(store, { login: "vanphong", password: PASSWORD }, NOW)).resolves.toBeDefined();
    await expect(completeFirstRun(store, filledIn(code, "second"), DAY, NOW)).rejects.toThrow("already_set_up");
    expect(await issueFirstRunCode(store, NOW)).toBeNull();
    const log = (await listAudit(store.db, {}, 10)).map(({ action, actorLogin }) => `${actorLogin} ${action}`);
    expect(log.reverse()).toEqual([" account.created", "vanphong installation.set_up", "vanphong account.signed_in"]);
  });

  it("refuses a wrong code at its field, and every code after five wrong ones", async () => {
    const store = await openFreshStore(engine);
    const code = (await issueFirstRunCode(store, NOW)) ?? "";
    for (let time = 0; time < 5; time += 1) {
      await expect(completeFirstRun(store, filledIn("AAAA-BBBB-CCCC"), DAY, NOW)).rejects.toEqual(wrongCode);
    }
    await expect(completeFirstRun(store, filledIn(code), DAY, NOW)).rejects.toThrow("account_locked");
    expect(await hasOfficeAccount(store.db)).toBe(false);
  });
});

describe("the first run", () => {
  it("keeps the newest code only, as a hash", async () => {
    const store = await openFreshStore("sqlite");
    const first = (await issueFirstRunCode(store, NOW)) ?? "";
    const second = (await issueFirstRunCode(store, NOW)) ?? "";
    expect(first).not.toBe(second);
    const kept = await store.db.select().from(store.db.tables.verifications);
    expect(kept.map(({ value }) => value)).toEqual([expect.stringMatching(/^\$argon2id\$/)]);
    await expect(completeFirstRun(store, filledIn(first), DAY, NOW)).rejects.toEqual(wrongCode);
    await completeFirstRun(store, filledIn(second), DAY, NOW);
  });

  it("lets one of two people in who use the code at the same time", async () => {
    const store = await openFreshStore("sqlite");
    const code = (await issueFirstRunCode(store, NOW)) ?? "";
    const both = await Promise.allSettled([
      completeFirstRun(store, filledIn(code, "mot"), DAY, NOW),
      completeFirstRun(store, filledIn(code, "hai"), DAY, NOW),
    ]);
    expect(both.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    expect(await store.db.select().from(store.db.tables.users)).toHaveLength(1);
  });

  it("refuses a code after 30 days", async () => {
    const store = await openFreshStore("sqlite");
    const code = (await issueFirstRunCode(store, NOW)) ?? "";
    const later = new Date(NOW.getTime() + 31 * 24 * 3_600_000);
    await expect(completeFirstRun(store, filledIn(code), DAY, later)).rejects.toEqual(wrongCode);
  });
});
