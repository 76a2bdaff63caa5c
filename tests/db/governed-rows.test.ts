// Which later changes of a row stand in the way of taking one back, without a database.
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { diffGovernedRows, reversed, stillStands, type GovernedRows, type GovernedTable } from "@/db/governed-rows";
import type { JsonValue } from "@/domain/audit";

type Row = Readonly<Record<string, JsonValue>>;

function rowsOf(table: GovernedTable, row: Row): GovernedRows {
  return new Map([[table, new Map([[JSON.stringify([row.id]), row]])]]);
}

const change = (table: GovernedTable, before: Row, after: Row) =>
  diffGovernedRows(rowsOf(table, before), rowsOf(table, after));

const account = fc.record({
  id: fc.constant("a"),
  name: fc.constantFrom("An", "Bình"),
  banned: fc.boolean(),
  banReason: fc.constantFrom(null, "Nghỉ công tác"),
  mustChangePassword: fc.boolean(),
  updatedAt: fc.constantFrom("2026-01-01", "2026-02-01"),
});

const nameOf = ({ name }: Row) => JSON.stringify(name);
const suspensionOf = ({ banned, banReason }: Row) => JSON.stringify([banned, banReason]);

describe("a change of an account", () => {
  it("is its name or its suspension; a password and the library's own columns are none", () => {
    fc.assert(
      fc.property(account, account, (before, after) => {
        const isChange = nameOf(before) !== nameOf(after) || suspensionOf(before) !== suspensionOf(after);
        expect(change("users", before, after)).toHaveLength(isChange ? 1 : 0);
      }),
    );
  });

  it("stands until what it altered is altered again, and so does its taking back", () => {
    fc.assert(
      fc.property(account, account, account, (before, after, later) => {
        const changes = change("users", before, after);
        const standsIn = (of: (row: Row) => string) => of(before) === of(after) || of(later) === of(after);
        const stands = standsIn(nameOf) && standsIn(suspensionOf);
        expect(stillStands(rowsOf("users", later), changes)).toBe(stands);
        expect(stillStands(rowsOf("users", before), reversed(changes))).toBe(true);
      }),
    );
  });

  it("does not stand without its account", () => {
    const before = { id: "a", name: "An", banned: false };
    const changes = change("users", before, { ...before, name: "Bình" });
    expect(stillStands(new Map(), changes)).toBe(false);
  });
});

describe("a change of any other row", () => {
  it("falls with every column: a task's state reported after its new name", () => {
    const task = { id: "t", name: "Mở lớp", state: "not_started" };
    const named = { ...task, name: "Mở 02 lớp" };
    const changes = change("tasks", task, named);
    expect(stillStands(rowsOf("tasks", named), changes)).toBe(true);
    expect(stillStands(rowsOf("tasks", { ...named, state: "done" }), changes)).toBe(false);
  });
});
