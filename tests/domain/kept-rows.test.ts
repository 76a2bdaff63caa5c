import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { NO_CELLS, type CellTexts } from "@/domain/cell-texts";
import type { SheetRow } from "@/domain/grid-sheets";
import { cellsOfKept, followRow, restoreRow, type SameCells } from "@/domain/kept-rows";

const cells = (result: string): CellTexts => ({ ...NO_CELLS, result });
const row = (m1: string, m2 = ""): SheetRow => ({ m1: cells(m1), m2: cells(m2) });
const isSame: SameCells = (_measure, a, b) => a.result.trim() === b.result.trim();
const results = (typed: SheetRow) => Object.fromEntries(Object.entries(typed).map(([id, { result }]) => [id, result]));

describe("a row that is taken up again", () => {
  const kept = { version: 3, stored: row("28"), typed: { m1: cells("27") } };
  const restore = (version: number, stored: SheetRow) => {
    const restored = restoreRow(kept, { version, stored }, isSame);
    return { ...restored, typed: results(restored.typed), stored: results(restored.stored) };
  };

  it("brings back 27, typed over 28, where nobody saved since", () => {
    expect(restore(3, row("28"))).toMatchObject({ version: 3, typed: { m1: "27" }, isOvertaken: false });
  });

  it("tells that 30 was saved over 28 meanwhile, and keeps the 27 that was typed here", () => {
    expect(restore(4, row("30"))).toEqual({
      ...{ version: 4, stored: { m1: "30", m2: "" }, typed: { m1: "27" }, isOvertaken: true },
    });
  });

  it("goes on from the newer version where only another figure was saved meanwhile", () => {
    expect(restore(4, row("28", "5"))).toEqual({
      ...{ version: 4, stored: { m1: "28", m2: "5" }, typed: { m1: "27" }, isOvertaken: false },
    });
  });

  it("has nothing left to save where the server has the same by now", () => {
    expect(restore(4, row("27 "))).toMatchObject({ version: 4, typed: {}, isOvertaken: false });
  });

  it("fills in a page that is an older copy than what is kept", () => {
    expect(restore(2, row(""))).toMatchObject({ version: 3, stored: { m1: "28" }, typed: { m1: "27" } });
  });

  it("drops the figure of a measure that is not asked for any more", () => {
    expect(restore(4, { m2: cells("") })).toMatchObject({ typed: {}, isOvertaken: false });
  });

  it("keeps a blank over 28 and a zero over a blank: both say something", () => {
    const blanked = { version: 3, stored: row("28", ""), typed: { m1: cells(""), m2: cells("0") } };
    const { typed } = restoreRow(blanked, { version: 3, stored: row("28", "") }, isSame);
    expect(results(typed)).toEqual({ m1: "", m2: "0" });
  });
});

describe("a row that two pages hold", () => {
  it("takes over 27, typed in the other page, and keeps the 5 that was typed in this one", () => {
    expect(followRow(row("28", "5"), row("28"), row("27"), isSame)).toEqual(row("27", "5"));
  });

  it("stays as it is, the same object, where the other page tells nothing new", () => {
    const here = row("27", "5");
    expect(followRow(here, row("28"), row("27"), isSame)).toBe(here);
  });

  it("stands alike in both pages after each told the other, whatever was typed in either", () => {
    const text = fc.constantFrom("", "0", "1", "KAD");
    const typedOver = fc.array(fc.tuple(fc.boolean(), fc.constantFrom("m1", "m2"), text), { maxLength: 12 });
    fc.assert(
      fc.property(typedOver, (deeds) => {
        const pages: [SheetRow, SheetRow] = [row("1"), row("1")];
        for (const [isFirst, measureId, result] of deeds) {
          const [own, other] = isFirst ? [0, 1] : [1, 0];
          const before = pages[own]!;
          pages[own] = { ...before, [measureId]: cells(result) };
          pages[other] = followRow(pages[other]!, before, pages[own], isSame);
        }
        expect(pages[0]).toEqual(pages[1]);
      }),
    );
  });
});

it("what is typed stands over what is stored", () => {
  expect(cellsOfKept({ stored: row("28", "5"), typed: { m1: cells("27") } })).toEqual(row("27", "5"));
});
