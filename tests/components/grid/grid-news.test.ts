import { act, renderHook } from "@testing-library/react";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { lookAgain } from "@/components/grid/grid-news";
import { useGridSheet } from "@/components/grid/use-grid-sheet";
import { EMPTY_FIGURE } from "@/domain/typed-figures";
import { gridCells, gridReport, gridView } from "../support/grid-view";

const view = gridView(gridReport(5, gridCells("28", "29", "1")));
const stale = new Map([[0, { code: "stale_version" as const, values: {} }]]);

/** The grid after 27 was typed over 28 of 29, and the server told that somebody else had saved `m1` and `m2`. */
async function overtake(m1: string, m2: string, part: { editable?: boolean; standing?: string } = {}) {
  const figures = { m1: { ...EMPTY_FIGURE, n: m1, d: "29" }, m2: { ...EMPTY_FIGURE, n: m2 } };
  const answer = { version: 4, savedBy: "Lê Hòa", savedAt: "2023-06-30T03:00:00.000Z", editable: true, figures };
  const data = { ...answer, standing: "draft", ...part };
  vi.stubGlobal("fetch", () => Promise.resolve(Response.json({ ok: true, data })));
  const { result } = renderHook(() => useGridSheet(view));
  act(() => result.current.change([{ row: 0, measureId: "m1", field: "result", text: "27" }]));
  const news = await lookAgain(view, result.current.lines, stale);
  act(() => result.current.learn(news));
  const [line] = result.current.lines;
  return { report: line!.report, texts: [line!.cells.m1?.result, line!.cells.m2?.result] };
}

beforeEach(() => localStorage.clear());

describe("a report that somebody else saved first", () => {
  it("stands beside 27 that was typed over 28 here, where they saved 30", async () => {
    const { report, texts } = await overtake("30", "1");
    expect(report).toMatchObject({ version: 4, overtakenBy: { name: "Lê Hòa" } });
    expect(texts).toEqual(["27", "1"]);
  });

  it("is in nobody's way where they saved another figure: 2 is taken in, 27 stays to be saved", async () => {
    const { report, texts } = await overtake("28", "2");
    expect(report).toMatchObject({ version: 4, overtakenBy: null });
    expect(texts).toEqual(["27", "2"]);
  });

  it("can only be read once it was submitted there", async () => {
    const { report } = await overtake("28", "1", { editable: false, standing: "submitted" });
    expect(report).toMatchObject({ closure: "submitted", standing: "submitted" });
  });

  it("is as good as closed where the server tells nothing of it any more", async () => {
    vi.stubGlobal("fetch", () => Promise.reject(new Error("no network")));
    const { result } = renderHook(() => useGridSheet(view));
    const refused = new Map([[0, { code: "forbidden" as const, values: {} }]]);
    expect((await lookAgain(view, result.current.lines, refused)).get(0)?.closure).toBe("locked");
    expect((await lookAgain(view, result.current.lines, stale)).size).toBe(0);
  });
});
