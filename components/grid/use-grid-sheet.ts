"use client"; // holds what is typed into the grid

import { useMemo, useState } from "react";
import {
  changeSheet,
  redoDeed,
  rebaseRow,
  undoDeed,
  type Sheet,
  type SheetRow,
  type TextWrite,
} from "@/domain/grid-sheets";
import { cellsOfKept, followRow } from "@/domain/kept-rows";
import type { GridView } from "@/server/loaders/entry-grid-views";
import { columnsOf, lineReader, sameCells, type GridLine } from "./grid-lines";
import type { ReportNews } from "./grid-news";
import type { KeptRow } from "./kept-rows";
import { openGrid, writesBetween, type GridState } from "./opened-grid";

/** What is typed, what is stored, and the way back and forth between deeds. */
export function useGridSheet(view: GridView) {
  const columns = useMemo(() => columnsOf(view.measures), [view.measures]);
  const readLines = useMemo(() => lineReader(view), [view]);
  const [state, setState] = useState(() => openGrid(view));
  const { sheet, reports, restored } = state;
  const lines = useMemo(() => readLines(sheet.rows, reports), [readLines, sheet.rows, reports]);
  const turn = (deed: (sheet: Sheet) => Sheet) => setState((before) => ({ ...before, sheet: deed(before.sheet) }));

  const change = (writes: readonly TextWrite[]) =>
    setState((before) => {
      const open = writes.filter(({ row }) => before.reports[row]?.closure === null);
      return { ...before, sheet: changeSheet(before.sheet, open) };
    });
  /** Takes in what is stored now; texts that were changed here stay, however their report stands. */
  const learn = (news: ReadonlyMap<number, ReportNews>) => setState((before) => learnNews(before, news, readLines));
  /** Takes in what another page of this browser did with a row; null where it keeps nothing of it. */
  const follow = (index: number, now: KeptRow | null, before: KeptRow | null) =>
    setState((state) => followKept(state, index, { now, before }, { view, readLines }));
  /** Gives up what was typed into rows for what is stored: one deed. */
  const revert = (given: readonly GridLine[]) =>
    setState((before) => revertRows(before, new Set(given.map(({ index }) => index))));

  return {
    ...{ columns, lines, restored, change, learn, follow, revert },
    undo: sheet.done.length > 0 ? () => turn(undoDeed) : null,
    redo: sheet.undone.length > 0 ? () => turn(redoDeed) : null,
  };
}

export type GridSheet = ReturnType<typeof useGridSheet>;

/** A conflict is settled with it. */
function revertRows(state: GridState, given: ReadonlySet<number>): GridState {
  const { sheet, reports } = state;
  const writes = reports.flatMap(({ cells }, index) =>
    given.has(index) ? writesBetween(index, sheet.rows[index], cells) : [],
  );
  return {
    ...state,
    sheet: changeSheet(sheet, writes),
    reports: reports.map((report, index) => (given.has(index) ? { ...report, overtakenBy: null } : report)),
  };
}

type ReadLines = ReturnType<typeof lineReader>;

function learnNews(state: GridState, news: ReadonlyMap<number, ReportNews>, readLines: ReadLines): GridState {
  const { sheet, reports } = state;
  const rows = readLines(sheet.rows, reports).map(({ index, cells, changed }) => {
    const told = news.get(index);
    return told ? rebaseRow(cells, told.cells, Object.keys(changed)) : cells;
  });
  return {
    ...state,
    sheet: { ...sheet, rows },
    reports: reports.map((report, index) => ({ ...report, ...news.get(index) })),
  };
}

/** A save over there is no stranger's: its version is taken in, and nothing is to be chosen. */
function followKept(
  state: GridState,
  index: number,
  { now, before }: { readonly now: KeptRow | null; readonly before: KeptRow | null },
  { view, readLines }: { readonly view: GridView; readonly readLines: ReadLines },
): GridState {
  const report = state.reports[index];
  if (!report) return state;
  const isNewer = now !== null && now.version > report.version;
  const learned = isNewer ? learnNews(state, new Map([[index, newsOfKept(now)]]), readLines) : state;
  const stored = learned.reports[index]?.cells ?? report.cells;
  const cellsOf = (kept: KeptRow | null): SheetRow => (kept === null ? stored : cellsOfKept(kept));
  const rows = learned.sheet.rows.map((row, at) =>
    at === index ? followRow(row, cellsOf(before), cellsOf(now), sameCells(view)) : row,
  );
  return { ...learned, sheet: { ...learned.sheet, rows } };
}

function newsOfKept({ version, standing, closure, stored, overtakenBy }: KeptRow): ReportNews {
  return { version, standing, closure, overtakenBy, cells: stored };
}
