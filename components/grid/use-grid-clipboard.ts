"use client"; // the clipboard's own events: they work without https

import { useState, type ClipboardEvent } from "react";
import { parseBlock, placeBlock, placesOf, writeBlock, type BlockPlan, type CellRange } from "@/domain/grid-blocks";
import { writesOf } from "@/domain/grid-sheets";
import { isOpenCell, textOfCell } from "./grid-lines";
import type { GridSheet } from "./use-grid-sheet";

/** What became of a block that was pasted. */
export type Pasted = Pick<BlockPlan, "untouched" | "outside"> & { readonly written: number; readonly closed: number };

/** Copies the chosen rectangle for a spreadsheet, and sets down what comes from one. A field keeps its own clipboard. */
export function useGridClipboard({ lines, columns, change }: GridSheet, range: CellRange | null) {
  const [pasted, setPasted] = useState<Pasted | null>(null);

  const clear = (chosen: CellRange) => {
    const blanks = placesOf(chosen).map((place) => ({ ...place, text: "" }));
    change(writesOf(blanks, columns));
  };
  const copy = (event: ClipboardEvent): boolean => {
    if (range === null || isField(event.target)) return false;
    const rows = lines.slice(range.from.row, range.to.row + 1);
    const across = columns.slice(range.from.column, range.to.column + 1);
    const block = rows.map((line) => across.map((column) => textOfCell(line, column)));
    event.clipboardData.setData("text/plain", writeBlock(block));
    event.preventDefault();
    return true;
  };
  const paste = (event: ClipboardEvent) => {
    const text = event.clipboardData.getData("text/plain");
    if (range === null || (isField(event.target) && !/[\t\n]/.test(text.trimEnd()))) return;
    event.preventDefault();
    const isOpen = ({ row, column }: { readonly row: number; readonly column: number }) =>
      isOpenCell(lines[row], columns[column]);
    const plan = placeBlock(parseBlock(text), range, { rows: lines.length, columns: columns.length, isOpen });
    change(writesOf(plan.writes, columns));
    const { untouched, outside } = plan;
    setPasted({ untouched, outside, written: plan.writes.length, closed: plan.closed.length });
  };

  return {
    pasted,
    events: {
      onCopy: (event: ClipboardEvent) => void copy(event),
      onCut: (event: ClipboardEvent) => {
        if (copy(event) && range) clear(range);
      },
      onPaste: paste,
    },
  };
}

function isField(target: EventTarget): boolean {
  return target instanceof HTMLInputElement || target instanceof HTMLSelectElement;
}
