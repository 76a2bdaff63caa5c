"use client"; // the keys of a spreadsheet

import { useRef, useState, type RefObject } from "react";
import type {
  CellKeyboardEvent,
  CellKeyDownArgs,
  CellMouseArgs,
  CellMouseEvent,
  DataGridHandle,
} from "react-data-grid";
import { placesOf, rangeBetween, type CellPlace, type CellRange } from "@/domain/grid-blocks";
import type { Opening } from "./grid-context";
import type { GridLine } from "./grid-lines";
import { NAME_COLUMNS } from "./sheet-cell";

type Position = Parameters<DataGridHandle["setActivePosition"]>[0];

interface Keys {
  readonly grid: RefObject<DataGridHandle | null>;
  readonly size: { readonly rows: number; readonly columns: number };
  readonly undo: (() => void) | null;
  readonly redo: (() => void) | null;
  readonly clear: (places: readonly CellPlace[]) => void;
}

interface Chosen {
  readonly anchor: CellPlace;
  readonly focus: CellPlace;
}

const ARROWS: Readonly<Record<string, readonly [rows: number, columns: number]>> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
};

const placeOf = ({ rowIdx, idx }: Position): CellPlace => ({ row: rowIdx, column: idx - NAME_COLUMNS });
const positionOf = ({ row, column }: CellPlace): Position => ({ rowIdx: row, idx: column + NAME_COLUMNS });

/**
 * The chosen cells and the keys, as in a spreadsheet: the arrows, Tab and Enter move, Enter to the column in which Tab
 * began; F2 opens, any letter opens and replaces; Shift draws a rectangle, Delete clears it. Nothing happens while a
 * letter is composed.
 */
export function useGridKeys({ grid, size, undo, redo, clear }: Keys) {
  const [chosen, setChosen] = useState<Chosen | null>(null);
  const opening = useRef<Opening>("typing");
  const tabbedFrom = useRef<number | null>(null);
  const range: CellRange | null = chosen && rangeBetween(chosen.anchor, chosen.focus);

  const within = ({ row, column }: CellPlace): CellPlace => ({
    row: Math.min(Math.max(row, 0), size.rows - 1),
    column: Math.min(Math.max(column, 0), size.columns - 1),
  });
  const choose = (place: CellPlace) => {
    opening.current = "typing";
    const isFigure = place.row >= 0 && place.column >= 0;
    setChosen(isFigure ? { anchor: place, focus: place } : null);
  };
  const extend = (place: CellPlace) => {
    const focus = within(place);
    setChosen((before) => before && { ...before, focus });
    grid.current?.scrollToCell(positionOf(focus));
  };
  const goTo = (place: CellPlace) => grid.current?.setActivePosition(positionOf(place), { shouldFocus: true });

  const goDown = (from: Position, rows: number, close?: () => void) => {
    const place = placeOf(from);
    const column = tabbedFrom.current ?? place.column;
    tabbedFrom.current = null;
    const goal = { row: place.row + rows, column };
    if (goal.row < 0 || goal.row >= size.rows) close?.();
    else goTo(goal);
  };

  const onEditKey = (args: CellKeyDownArgs<GridLine> & { mode: "EDIT" }, event: CellKeyboardEvent) => {
    const from = { rowIdx: args.rowIdx, idx: args.column.idx };
    const isChoice = event.target instanceof HTMLSelectElement;
    const arrow = isChoice ? undefined : ARROWS[event.key];
    if (event.key === "Enter") {
      event.preventGridDefault();
      goDown(from, event.shiftKey ? -1 : 1, () => args.onClose(false, true));
    } else if (arrow && !event.shiftKey && (arrow[1] === 0 || opening.current === "typing")) {
      event.preventGridDefault();
      event.preventDefault();
      const { row, column } = placeOf(from);
      const goal = within({ row: row + arrow[0], column: column + arrow[1] });
      if (goal.row === row && goal.column === column) args.onClose(false, true);
      else goTo(goal);
    } else if (event.key === "Tab") tabbedFrom.current ??= from.idx - NAME_COLUMNS;
  };

  const onKey = (key: string, event: CellKeyboardEvent, at: Position): boolean => {
    const arrow = ARROWS[key];
    if (event.ctrlKey || event.metaKey) return onControlKey(key.toLowerCase(), event.shiftKey);
    if (key === "Enter") goDown(at, event.shiftKey ? -1 : 1);
    else if (key === "F2") {
      opening.current = "asked";
      grid.current?.setActivePosition(at, { enableEditor: true });
    } else if (key === "Delete" || key === "Backspace") clear(range ? placesOf(range) : []);
    else if (event.shiftKey && arrow && chosen) {
      extend({ row: chosen.focus.row + arrow[0], column: chosen.focus.column + arrow[1] });
    } else {
      opening.current = "typing";
      if (key === "Tab") tabbedFrom.current ??= at.idx - NAME_COLUMNS;
      else if (arrow) tabbedFrom.current = null;
      return false;
    }
    return true;
  };

  const onControlKey = (key: string, withShift: boolean): boolean => {
    if (key === "z" && !withShift) undo?.();
    else if (key === "y" || key === "z") redo?.();
    else if (key === "a") {
      setChosen({ anchor: { row: 0, column: 0 }, focus: { row: size.rows - 1, column: size.columns - 1 } });
    } else return false;
    return true;
  };

  const onCellKeyDown = (args: CellKeyDownArgs<GridLine>, event: CellKeyboardEvent) => {
    if (event.nativeEvent.isComposing) return event.preventGridDefault();
    if (args.mode === "EDIT") return onEditKey(args, event);
    if (args.rowIdx < 0 || !args.column) return;
    if (onKey(event.key, event, { rowIdx: args.rowIdx, idx: args.column.idx })) {
      event.preventGridDefault();
      event.preventDefault();
    }
  };

  const onCellMouseDown = ({ row, column: { idx } }: CellMouseArgs<GridLine>, event: CellMouseEvent) => {
    tabbedFrom.current = null;
    if (!event.shiftKey || !chosen || idx < NAME_COLUMNS) return;
    event.preventGridDefault();
    event.preventDefault();
    extend({ row: row.index, column: idx - NAME_COLUMNS });
  };
  const onCellDoubleClick = () => {
    opening.current = "asked";
  };

  return {
    ...{ range, opening, choose, extend, goTo, onCellKeyDown, onCellMouseDown, onCellDoubleClick },
    active: chosen?.anchor ?? null,
  };
}
