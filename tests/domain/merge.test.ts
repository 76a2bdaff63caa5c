import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { differsAt, mergeFillings, withValueAt } from "@/domain/merge";

const base = { name: "Nhiệm kỳ", resolution: "", years: [{ endsOn: "2025-12-31" }, { endsOn: "2026-12-31" }] };

describe("two people who filled in the same form", () => {
  it("keeps what each changed in another field", () => {
    const mine = { ...base, name: "Nhiệm kỳ 2025 - 2030" };
    const theirs = { ...base, resolution: "01-NQ/ĐH" };
    expect(mergeFillings(base, mine, theirs)).toEqual({
      merged: { ...base, name: "Nhiệm kỳ 2025 - 2030", resolution: "01-NQ/ĐH" },
      conflicts: [],
    });
  });

  it("asks for the place that both changed, by its path, and keeps mine until then", () => {
    const mine = withValueAt(base, "years.1.endsOn", "2026-06-30");
    const theirs = withValueAt(base, "years.1.endsOn", "2026-09-30");
    const { merged, conflicts } = mergeFillings(base, mine, theirs);
    expect(conflicts).toEqual([{ path: "years.1.endsOn", mine: "2026-06-30", theirs: "2026-09-30" }]);
    expect(merged).toEqual(mine);
    expect(withValueAt(merged, "years.1.endsOn", "2026-09-30")).toEqual(theirs);
  });

  it("takes a list of another length as one value", () => {
    const mine = { ...base, years: [{ endsOn: "2026-12-31" }] };
    const theirs = withValueAt(base, "years.0.endsOn", "2025-11-30");
    expect(mergeFillings(base, mine, theirs).conflicts.map(({ path }) => path)).toEqual(["years"]);
  });

  const filling = fc.record({ a: fc.constantFrom("", "1", "2"), b: fc.constantFrom("", "1", "2"), c: fc.boolean() });

  it("loses nothing: every field is what one of them left, and a field that one alone changed is his", () => {
    fc.assert(
      fc.property(filling, filling, filling, (start, mine, theirs) => {
        const { merged, conflicts } = mergeFillings(start, mine, theirs);
        for (const field of ["a", "b", "c"] as const) {
          const isAsked = conflicts.some(({ path }) => path === field);
          const both = mine[field] !== start[field] && theirs[field] !== start[field] && mine[field] !== theirs[field];
          expect(isAsked).toBe(both);
          expect(merged[field]).toBe(mine[field] === start[field] ? theirs[field] : mine[field]);
        }
      }),
    );
  });
});

describe("whether a field still holds what was refused", () => {
  const later = withValueAt(base, "years.1.endsOn", "2026-06-30");

  it.each([
    ["years.1.endsOn", true],
    ["years.0.endsOn", false],
    ["years", true],
    ["name", false],
    ["carry.t1.reason", false],
  ])("%s: %s", (path, differs) => {
    expect(differsAt(base, later, path)).toBe(differs);
  });

  it("a row that went is another one", () => {
    expect(differsAt(base, { ...base, years: base.years.slice(0, 1) }, "years.1.endsOn")).toBe(true);
  });
});
