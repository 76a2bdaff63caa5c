import { describe, expect, it } from "vitest";
import type { CalendarDate } from "@/domain/dates";
import { DomainError } from "@/domain/errors";
import { authorize, may, maySeeCellFigures, permissions, permit, type Permission } from "@/domain/permissions";
import { roles, type Actor, type Role, type RoleHolding } from "@/domain/roles";

const day = (text: string) => text as CalendarDate;
const BEFORE = day("2023-01-31");
const FIRST = day("2023-02-01");
const INSIDE = day("2023-06-30");
const LAST = day("2023-12-31");
const AFTER = day("2024-01-01");

/** What each role may do, written out a second time: y for every unit, o for its own only, - for nothing. */
const expected: Record<Permission, string> = {
  //                        leadership secretary office inspector
  "account.own": "y y y y",
  "work.view": "y o y -",
  "term.view": "y y y y",
  "targets.view": "y y y y",
  "tasks.view": "y y y y",
  "figures.view": "y y y y",
  "figures.viewSensitive": "y o y y",
  "figures.enter": "- o o -",
  "drafts.view": "- o o -",
  "submissions.view": "y o y y",
  "submissions.submit": "- o o -",
  "submissions.withdraw": "- o o -",
  "submissions.accept": "- - y -",
  "submissions.return": "- - y -",
  "submissions.correct": "- o y -",
  "periods.lock": "- - y -",
  "tasks.update": "- o y -",
  "explanations.view": "y o y y",
  "explanations.ask": "y - - -",
  "explanations.answer": "- o o -",
  "reports.export": "y - y y",
  "snapshots.freeze": "- - y -",
  "bundles.import": "- - y -",
  "bundles.export": "- - y -",
  "terms.configure": "- - y -",
  "changes.undo": "- o y -",
  "accounts.manage": "- - y -",
  "audit.view": "- - y y",
};

function actorWith(...holdings: RoleHolding[]): Actor {
  return { accountId: "a", login: "a", displayName: "A", holdings };
}

/** Somebody with one role for the unit "own" from FIRST to LAST. */
function holderOf(role: RoleHolding["role"], unitId: string | null = "own"): Actor {
  return actorWith({ role, unitId, from: FIRST, to: LAST });
}

const grid = permissions.flatMap((permission) =>
  roles.map((role, index) => ({ permission, role, scope: expected[permission].split(" ")[index] ?? "" })),
);

describe("the grid role × permission × own or other unit × before, inside, after the dates", () => {
  it("names every permission and every role", () => {
    expect(Object.keys(expected)).toEqual([...permissions]);
    expect(grid).toHaveLength(permissions.length * 4);
    expect(grid.every(({ scope }) => ["y", "o", "-"].includes(scope))).toBe(true);
  });

  it.each(grid)("$role, $permission: $scope", ({ permission, role, scope }) => {
    const actor = holderOf(role);
    for (const inside of [FIRST, INSIDE, LAST]) {
      expect(may(actor, permission, "own", inside)).toBe(scope !== "-");
      expect(may(actor, permission, "other", inside)).toBe(scope === "y");
      expect(may(actor, permission, null, inside)).toBe(scope !== "-");
    }
    for (const outside of [BEFORE, AFTER]) {
      for (const unit of ["own", "other", null]) expect(may(actor, permission, unit, outside)).toBe(false);
    }
  });

  it.each(grid)("$role of the whole organisation, $permission: its own permissions name no unit", (row) => {
    const actor = holderOf(row.role, null);
    for (const unit of ["own", "other", null]) {
      expect(may(actor, row.permission, unit, INSIDE)).toBe(row.scope === "y");
    }
  });

  it.each(grid)("$role, $permission: `permit` opens the stored row's unit and nothing else", (row) => {
    if (row.scope === "-") {
      expect(() => authorize(holderOf(row.role), row.permission, INSIDE)).toThrow(new DomainError("forbidden"));
      return;
    }
    const actor = authorize(holderOf(row.role), row.permission, INSIDE);
    const open = (unitId: string | null) => () => permit(actor, { unitId });
    expect(open("own")()).toEqual({ unitId: "own" });
    if (row.scope === "o") {
      expect(open("other")).toThrow(new DomainError("forbidden"));
      expect(open(null)).toThrow(new DomainError("forbidden"));
    } else {
      expect(open("other")()).toEqual({ unitId: "other" });
      expect(open(null)()).toEqual({ unitId: null });
    }
  });
});

describe("holding roles", () => {
  it("gives nothing to somebody without a role", () => {
    for (const permission of permissions) expect(may(actorWith(), permission, null, INSIDE)).toBe(false);
  });

  it("adds up several roles, each within its own unit and dates", () => {
    const actor = actorWith(
      { role: "secretary", unitId: "a", from: FIRST, to: INSIDE },
      { role: "secretary", unitId: "b", from: INSIDE, to: null },
      { role: "inspector", unitId: null, from: LAST, to: null },
    );
    const enters = (unitId: string, on: CalendarDate) => may(actor, "figures.enter", unitId, on);
    expect([enters("a", INSIDE), enters("b", INSIDE)]).toEqual([true, true]);
    expect([enters("a", LAST), enters("b", LAST)]).toEqual([false, true]);
    expect([may(actor, "audit.view", null, INSIDE), may(actor, "audit.view", null, LAST)]).toEqual([false, true]);
  });

  it("lets the system do everything everywhere", () => {
    for (const permission of permissions) {
      const actor = authorize(holderOf("system", null), permission, INSIDE);
      expect(permit(actor, { unitId: "any" })).toEqual({ unitId: "any" });
      expect(permit(actor, { unitId: null })).toEqual({ unitId: null });
    }
  });

  it("never lets a secretary read or write another cell's draft", () => {
    const actor = holderOf("secretary");
    for (const permission of ["drafts.view", "figures.enter", "submissions.submit"] as const) {
      expect(may(actor, permission, "other", INSIDE)).toBe(false);
    }
  });

  it("lets nobody but the office and secretaries change anything", () => {
    const reading: readonly Permission[] = [
      ...(["account.own", "term.view", "targets.view", "tasks.view", "figures.view", "figures.viewSensitive"] as const),
      ...(["submissions.view", "explanations.view", "reports.export", "audit.view"] as const),
    ];
    const writing = permissions.filter((permission) => !reading.includes(permission));
    const inspector = holderOf("inspector");
    for (const permission of writing) expect(may(inspector, permission, null, INSIDE), permission).toBe(false);
  });
});

describe("figures of one cell", () => {
  const seen = (role: Role, sensitive: boolean, unitId: string) =>
    maySeeCellFigures(holderOf(role), { sensitive }, unitId, INSIDE);

  it.each(roles)("%s sees what every cell reported for an ordinary measure", (role) => {
    expect([seen(role, false, "own"), seen(role, false, "other")]).toEqual([true, true]);
  });

  it("hides a sensitive count of another cell from secretaries, never from the others", () => {
    expect([seen("secretary", true, "own"), seen("secretary", true, "other")]).toEqual([true, false]);
    for (const role of ["leadership", "office", "inspector"] as const) expect(seen(role, true, "other")).toBe(true);
  });
});

describe("permit", () => {
  it("answers not_found for a row that is not there", () => {
    const actor = authorize(holderOf("office", null), "submissions.accept", INSIDE);
    expect(() => permit(actor, null)).toThrow(new DomainError("not_found"));
    expect(() => permit(actor, undefined)).toThrow(new DomainError("not_found"));
  });
});
