"use client"; // what the page around the grid does when it is opened and left

import { useEffect, useEffectEvent, type RefObject } from "react";
import type { DataGridHandle } from "react-data-grid";
import { isOpenCell } from "./grid-lines";
import { widthOf } from "./use-grid-columns";
import type { GridSheet } from "./use-grid-sheet";

/** In CSS pixels. */
export const ROW_HEIGHT = 44;
/** So many rows that are only to be read stand before the first open one when the page is opened. */
const ROWS_BEFORE = 3;
/** What the names take at most, and a scrollbar, in CSS pixels. */
const BESIDE = 190;

/** Brings the first cell that can be filled in into sight when the page is opened. */
export function useFirstOpenCell(grid: RefObject<DataGridHandle | null>, { lines, columns }: GridSheet): void {
  const show = useEffectEvent(() => {
    const row = lines.findIndex(({ report }) => report.closure === null);
    const column = columns.findIndex((each) => isOpenCell(lines[row], each));
    const end = columns.slice(0, column + 1).reduce((sum, each) => sum + widthOf(each), 0);
    const { element } = grid.current ?? {};
    // Not the library's own way: that would scroll the page as well, past what it says.
    element?.scrollTo({
      top: ROW_HEIGHT * Math.max(0, row - ROWS_BEFORE),
      left: Math.max(0, end - (element.clientWidth - BESIDE)),
    });
  });
  useEffect(() => show(), []);
}

/** A page that would lose what nobody saved asks before it is left. */
export function useLeaveWarning(isUnsaved: boolean): void {
  useEffect(() => {
    if (!isUnsaved) return;
    const warn = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener("beforeunload", warn);
    return () => window.removeEventListener("beforeunload", warn);
  }, [isUnsaved]);
}
