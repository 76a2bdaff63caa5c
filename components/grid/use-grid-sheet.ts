"use client"; // holds what is typed into the grid

import { useMemo, useState } from "react";
import {
  changeSheet,
  openSheet,
  redoDeed,
  rebaseRow,
  undoDeed,
  type Sheet,
  type SheetRow,
  type TextWrite,
} from "@/domain/grid-sheets";
import type { GridView } from "@/server/loaders/entry-grid-views";
import { columnsOf, lineReader, type GridLine, type HeldReport } from "./grid-lines";

/** What is known of a report after it was saved, here or by somebody else. */
export type ReportNews = Partial<Omit<HeldReport, "cells">> & { readonly cells: SheetRow };

interface GridState {
  readonly sheet: Sheet;
  readonly reports: readonly HeldReport[];
}

function openGrid(view: GridView): GridState {
  return {
    sheet: openSheet(view.reports.map(({ cells }) => cells)),
    reports: view.reports.map((report) => ({ ...report, overtakenBy: null })),
  };
}

/** What is typed, what is stored, and the way back and forth between deeds. */
export function useGridSheet(view: GridView) {
  const columns = useMemo(() => columnsOf(view.measures), [view.measures]);
  const readLines = useMemo(() => lineReader(view), [view]);
  const [state, setState] = useState(() => openGrid(view));
  const { sheet, reports } = state;
  const lines = useMemo(() => readLines(sheet.rows, reports), [readLines, sheet.rows, reports]);
  const turn = (deed: (sheet: Sheet) => Sheet) => setState((before) => ({ ...before, sheet: deed(before.sheet) }));

  const change = (writes: readonly TextWrite[]) =>
    setState((before) => {
      const open = writes.filter(({ row }) => before.reports[row]?.closure === null);
      return { ...before, sheet: changeSheet(before.sheet, open) };
    });
  /** Takes in what is stored now; texts that were changed here stay, however their report stands. */
  const learn = (news: ReadonlyMap<number, ReportNews>) => setState((before) => learnNews(before, news, readLines));
  /** Gives up what was typed into a row for what is stored. */
  const revert = ({ index, report, changed }: GridLine) =>
    change(
      Object.keys(changed).flatMap((measureId) =>
        FIELDS.map((field) => ({ row: index, measureId, field, text: report.cells[measureId]?.[field] ?? "" })),
      ),
    );

  return {
    ...{ columns, lines, change, learn, revert },
    undo: sheet.done.length > 0 ? () => turn(undoDeed) : null,
    redo: sheet.undone.length > 0 ? () => turn(redoDeed) : null,
  };
}

const FIELDS = ["result", "total", "evidence", "note"] as const;

export type GridSheet = ReturnType<typeof useGridSheet>;

function learnNews(
  { sheet, reports }: GridState,
  news: ReadonlyMap<number, ReportNews>,
  readLines: ReturnType<typeof lineReader>,
): GridState {
  const rows = readLines(sheet.rows, reports).map(({ index, cells, changed }) => {
    const told = news.get(index);
    return told ? rebaseRow(cells, told.cells, Object.keys(changed)) : cells;
  });
  return {
    sheet: { ...sheet, rows },
    reports: reports.map((report, index) => ({ ...report, ...news.get(index) })),
  };
}
