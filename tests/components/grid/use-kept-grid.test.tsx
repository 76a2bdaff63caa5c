import { act, cleanup, renderHook, waitFor } from "@testing-library/react";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { leaveDevice } from "@/components/entry/leave-device";
import { findKeptRow, keepRow, listUnsavedRows } from "@/components/grid/kept-rows";
import { useGridSheet } from "@/components/grid/use-grid-sheet";
import { useKeptGrid } from "@/components/grid/use-kept-grid";
import type { CellField } from "@/domain/cell-texts";
import { EMPTY_FIGURE } from "@/domain/typed-figures";
import type { GridView } from "@/server/loaders/entry-grid-views";
import { gridCells, gridReport, gridView } from "../support/grid-view";

const owner = (month: number, accountId = "a1") => ({ accountId, unitId: "u1", periodId: `p${month}` });
const keyOf = (month: number, accountId = "a1") => `tien-do.grid ${accountId} u1 p${month}`;
const twoMonths = (version = 3, may = gridCells("28", "29")) =>
  gridView(gridReport(5, may, { version }), gridReport(6, gridCells()));

function open(view: GridView) {
  const { result, unmount } = renderHook(() => {
    const sheet = useGridSheet(view);
    return { sheet, kept: useKeptGrid(view, sheet) };
  });
  return {
    close: unmount,
    isKept: () => result.current.kept.isKept,
    restored: () => result.current.sheet.restored,
    line: (row: number) => result.current.sheet.lines[row]!,
    text: (row: number, measureId = "m1") => result.current.sheet.lines[row]?.cells[measureId]?.result,
    type: (row: number, text: string, measureId = "m1", field: CellField = "result") =>
      act(() => result.current.sheet.change([{ row, measureId, field, text }])),
    begin: (row: number, text: string) =>
      act(() => result.current.kept.keepTyping({ row, measureId: "m1", field: "result", text })),
    undo: () => act(() => result.current.sheet.undo?.()),
    drop: () => act(() => result.current.sheet.revert(result.current.sheet.lines)),
    saved: (row: number, version: number) =>
      act(() => {
        const { report, cells } = result.current.sheet.lines[row]!;
        result.current.sheet.learn(new Map([[row, { ...report, version, cells }]]));
      }),
  };
}

/** What the browser tells this page when another page of it has written. */
function tellOf(month: number, before: string | null) {
  const key = keyOf(month);
  act(() => {
    window.dispatchEvent(new StorageEvent("storage", { key, newValue: localStorage.getItem(key), oldValue: before }));
  });
}

beforeEach(() => {
  localStorage.clear();
  vi.stubGlobal("fetch", () => Promise.reject(new Error("no network")));
});
afterEach(cleanup);

describe("what is typed into the grid and not saved", () => {
  it("stands there again in the next visit, and is dropped as one deed that can be taken back", () => {
    const first = open(twoMonths());
    first.type(0, "27");
    first.type(1, "0", "m2");
    first.close();
    const next = open(twoMonths());
    expect([next.text(0), next.text(1, "m2")]).toEqual(["27", "0"]);
    expect([...next.restored()!.rows]).toEqual([0, 1]);
    next.drop();
    expect([next.text(0), next.text(1, "m2")]).toEqual(["28", ""]);
    expect(localStorage).toHaveLength(0);
    next.undo();
    expect([next.text(0), next.text(1, "m2")]).toEqual(["27", "0"]);
    expect(listUnsavedRows("a1")).toHaveLength(2);
  });

  it("is kept letter by letter, and given up with the cell", () => {
    const page = open(twoMonths());
    page.begin(0, "27");
    expect(findKeptRow(owner(5))?.typed.m1?.result).toBe("27");
    page.begin(0, "28");
    expect(findKeptRow(owner(5))).toBeNull();
  });

  it("is forgotten once the server has it; an older copy of the page shows what was saved", () => {
    const page = open(twoMonths());
    page.type(0, "27");
    page.saved(0, 4);
    page.close();
    expect(listUnsavedRows("a1")).toEqual([]);
    const old = open(twoMonths());
    expect([old.text(0), old.line(0).report.version, old.restored()]).toEqual(["27", 4, null]);
    old.close();
    open(twoMonths(4, gridCells("27", "29")));
    expect(localStorage).toHaveLength(0);
  });

  it("belongs to its account, and goes when that signs out, not before it was told so", async () => {
    open(twoMonths()).type(0, "27");
    const other = { ...twoMonths(), accountId: "b" };
    expect(open(other).text(0)).toBe("28");
    open(other).type(0, "26");
    expect(await leaveDevice("a1", false)).toBe(1);
    expect(findKeptRow(owner(5))).not.toBeNull();
    expect(await leaveDevice("a1", true)).toBe(0);
    expect([findKeptRow(owner(5)), findKeptRow(owner(5, "b"))?.typed.m1?.result]).toEqual([null, "26"]);
  });

  it("is said to be kept only where the browser keeps it", () => {
    const page = open(twoMonths());
    vi.stubGlobal("localStorage", {
      getItem: () => null,
      setItem: () => {
        throw new DOMException("full", "QuotaExceededError");
      },
    });
    page.type(0, "27");
    expect(page.isKept()).toBe(false);
    vi.unstubAllGlobals();
  });

  it.each(["", "{", "null", '{"version":3}'])("is not taken from %j, which something else wrote", (text) => {
    localStorage.setItem(keyOf(5), text);
    expect(open(twoMonths()).text(0)).toBe("28");
  });
});

describe("a report that changed since it was typed over", () => {
  const keepEarlier = () => {
    const before = open(twoMonths());
    before.type(0, "27");
    before.close();
  };

  it("shows who saved 30 over 28, keeps the 27 that was typed here, and goes on from the newer version", async () => {
    keepEarlier();
    const stored = {
      ...{ version: 4, savedBy: "Lê Hòa", savedAt: "2023-06-30T03:00:00.000Z", editable: true, standing: "draft" },
      figures: { m1: { ...EMPTY_FIGURE, n: "30", d: "29" }, m2: EMPTY_FIGURE },
    };
    vi.stubGlobal("fetch", () => Promise.resolve(Response.json({ ok: true, data: stored })));
    const page = open(twoMonths(4, gridCells("30", "29")));
    expect(page.line(0).report).toMatchObject({ version: 4, overtakenBy: { name: null } });
    await waitFor(() => expect(page.line(0).report.overtakenBy?.name).toBe("Lê Hòa"));
    expect([page.text(0), page.line(0).report.cells.m1?.result]).toEqual(["27", "30"]);
    page.close();
    expect(open(twoMonths(4, gridCells("30", "29"))).line(0).report.overtakenBy?.name).toBe("Lê Hòa");
  });

  it("keeps the text beside a report that can only be read by then, until it is let go", () => {
    keepEarlier();
    const closed = gridReport(5, gridCells("28", "29"), { version: 4, standing: "submitted", closure: "submitted" });
    const page = open(gridView(closed, gridReport(6, gridCells())));
    expect(page.line(0).changed).toMatchObject({ m1: { n: "27" } });
    page.type(0, "26");
    expect(page.text(0)).toBe("27");
    page.drop();
    expect([page.text(0), localStorage.length]).toEqual(["28", 0]);
  });
});

describe("two pages of a browser with the same grid", () => {
  it("take over what the other types, and leave what was typed here alone", () => {
    const here = open(twoMonths());
    const there = open(twoMonths());
    here.type(0, "3", "m2");
    const before = localStorage.getItem(keyOf(5));
    there.type(0, "27");
    tellOf(5, null);
    expect([here.text(0), here.text(0, "m2")]).toEqual(["27", "3"]);
    expect(before).not.toBeNull();
  });

  it("know that the other saved: nothing is unsaved any more, and nobody was first", () => {
    const here = open(twoMonths());
    const there = open(twoMonths());
    there.type(0, "27");
    tellOf(5, null);
    const before = localStorage.getItem(keyOf(5));
    there.saved(0, 4);
    tellOf(5, before);
    expect(here.line(0)).toMatchObject({ changed: {}, report: { version: 4, overtakenBy: null } });
  });

  it("give up in both what one drops", () => {
    const here = open(twoMonths());
    const there = open(twoMonths());
    there.type(0, "27");
    tellOf(5, null);
    const before = localStorage.getItem(keyOf(5));
    there.drop();
    expect(localStorage.getItem(keyOf(5))).toBeNull();
    tellOf(5, before);
    expect(here.text(0)).toBe("28");
  });

  it("pass nothing on that was passed to them", () => {
    const here = open(twoMonths());
    open(twoMonths()).type(0, "27");
    const before = localStorage.getItem(keyOf(5));
    const written = vi.spyOn(Storage.prototype, "setItem");
    tellOf(5, null);
    expect([here.text(0), written.mock.calls.length, localStorage.getItem(keyOf(5))]).toEqual(["27", 0, before]);
    written.mockRestore();
  });
});

it("a row is found again whole", () => {
  const row = {
    ...{ version: 3, stored: gridCells(), typed: { m1: gridCells("27").m1! }, standing: "draft" as const },
    ...{ closure: null, overtakenBy: null, typedAt: "2023-06-30T02:00:00.000Z" },
    heading: { title: "Chi bộ 1", address: "/entry/grid?unit=cb1" },
  };
  keepRow(owner(5), row);
  expect(findKeptRow(owner(5))).toEqual(row);
});
