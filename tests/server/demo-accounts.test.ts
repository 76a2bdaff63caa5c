import { describe, expect, it } from "vitest";
import { listAccounts, listRoleHoldings } from "@/db/queries/accounts";
import { insertUnits, type StoredUnit } from "@/db/queries/units";
import type { CalendarDate } from "@/domain/dates";
import { may } from "@/domain/permissions";
import { newAccountInput } from "@/domain/inputs/accounts";
import { signIn } from "@/server/auth/sign-in";
import { systemActor } from "@/server/system-actor";
import { createDemoAccounts, DEMO_PASSWORD } from "@/server/workflows/demo-accounts";
import { engines, openFreshStore } from "../support/databases";

const day = (text: string) => text as CalendarDate;
const TODAY = day("2023-06-30");

function unit(
  id: string,
  kind: StoredUnit["kind"],
  position: number,
  from: string,
  to: string | null = null,
): StoredUnit {
  const parentId = kind === "committee" ? null : "db";
  const name = kind === "committee" ? "Đảng bộ" : `Chi bộ ${position}`;
  const versions = [{ from: day(from), name, parentId, position }];
  return { id, code: id, kind, from: day(from), to: to === null ? null : day(to), versions };
}

const units = [
  unit("db", "committee", 0, "2015-01-01"),
  unit("cb1", "cell", 1, "2015-01-01"),
  unit("cb2", "cell", 2, "2015-01-01", "2022-12-31"),
  unit("cb3", "cell", 3, "2015-01-01", "2023-12-31"),
  unit("cb4", "cell", 4, "2024-01-01"),
];

describe.each(engines)("the demo's accounts on %s", (engine) => {
  it("are one for each role, and a secretary for each cell of the day, once", async () => {
    const store = await openFreshStore(engine);
    await store.transact((tx) => insertUnits(tx, units));
    const actor = systemActor("accounts.manage", TODAY);
    expect(await createDemoAccounts(store, actor)).toBe(5);
    expect(await createDemoAccounts(store, actor)).toBe(0);
    const accounts = await listAccounts(store.db);
    expect(accounts.map(({ login, displayName }) => `${login}: ${displayName}`)).toEqual([
      "vanphong: Văn phòng Đảng ủy",
      "lanhdao: Lãnh đạo Đảng ủy",
      "kiemtra: Ủy ban Kiểm tra",
      "bithu1: Bí thư Chi bộ 1",
      "bithu2: Bí thư Chi bộ 3",
    ]);
    const holdings = await Promise.all(accounts.map(({ id }) => listRoleHoldings(store.db, id)));
    expect(holdings[4]).toEqual([{ role: "secretary", unitId: "cb3", from: "2015-01-01", to: "2023-12-31" }]);
    await expect(signIn(store, { login: "bithu2", password: DEMO_PASSWORD }, new Date())).resolves.toBeDefined();

    const office = { accountId: "", login: "", displayName: "", holdings: holdings[0] ?? [] };
    expect(may(office, "figures.enter", "db", TODAY), "the office enters the committee level").toBe(true);
    expect(may(office, "figures.enter", "cb1", TODAY), "but no cell's figures").toBe(false);
  });
});

describe("the demo's password", () => {
  it("keeps the rule that every password keeps", () => {
    const account = { login: "vanphong", displayName: "Văn phòng", password: DEMO_PASSWORD, mustChangePassword: false };
    const holdings = [{ role: "office", unitId: null, from: "2015-01-01", to: null }];
    expect(newAccountInput.safeParse({ ...account, holdings }).success).toBe(true);
  });
});
