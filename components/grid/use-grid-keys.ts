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
import { readEditKey, readKey, stepOf, type GridDeed } from "./grid-keys";
import type { GridLine } from "./grid-lines";
import { NAME_COLUMNS } from "./sheet-cell";

type Position = Parameters<DataGridHandle["setActivePosition"]>[0];

interface Size {
  readonly rows: number;
  readonly columns: number;
}

interface Keys {
  readonly grid: RefObject<DataGridHandle | null>;
  readonly size: Size;
  readonly undo: (() => void) | null;
  readonly redo: (() => void) | null;
  readonly clear: (places: readonly CellPlace[]) => void;
}

const placeOf = ({ rowIdx, idx }: Position): CellPlace => ({ row: rowIdx, column: idx - NAME_COLUMNS });
const positionOf = ({ row, column }: CellPlace): Position => ({ rowIdx: row, idx: column + NAME_COLUMNS });

function within({ rows, columns }: Size, { row, column }: CellPlace): CellPlace {
  return { row: Math.min(Math.max(row, 0), rows - 1), column: Math.min(Math.max(column, 0), columns - 1) };
}

/**
 * The keys as in a spreadsheet: the arrows, Tab and Enter move, F2 opens, any letter opens and replaces, Shift draws a
 * rectangle, Delete clears it. Nothing happens while a letter is composed.
 */
export function useGridKeys({ grid, size, undo, redo, clear }: Keys) {
  const chosen = useChosenCells(grid, size);
  const opening = useRef<Opening>("typing");
  const tabbedFrom = useRef<number | null>(null);
  const goTo = (place: CellPlace) => grid.current?.setActivePosition(positionOf(place), { shouldFocus: true });

  const enter = ({ row, column }: CellPlace, rows: number, close?: () => void) => {
    const goal = { row: row + rows, column: tabbedFrom.current ?? column };
    tabbedFrom.current = null;
    if (goal.row < 0 || goal.row >= size.rows) close?.();
    else goTo(goal);
  };
  const leave = (goal: CellPlace, from: CellPlace, close?: () => void) => {
    if (goal.row === from.row && goal.column === from.column) close?.();
    else goTo(goal);
  };
  const open = (at: CellPlace) => {
    opening.current = "asked";
    grid.current?.setActivePosition(positionOf(at), { enableEditor: true });
  };
  const act = (deed: GridDeed, at: CellPlace, close?: () => void) => {
    switch (deed.type) {
      case "enter":
        return enter(at, deed.rows, close);
      case "leave":
        return leave(within(size, { row: at.row + deed.by.rows, column: at.column + deed.by.columns }), at, close);
      case "extend":
        return chosen.extendBy(deed.by);
      case "open":
        return open(at);
      case "clear":
        return clear(chosen.range ? placesOf(chosen.range) : []);
      case "undo":
        return undo?.();
      case "redo":
        return redo?.();
      case "all":
        return chosen.chooseAll();
    }
  };

  const onCellKeyDown = (args: CellKeyDownArgs<GridLine>, event: CellKeyboardEvent) => {
    if (event.nativeEvent.isComposing) return event.preventGridDefault();
    if (args.rowIdx < 0 || !args.column) return;
    const at = placeOf({ rowIdx: args.rowIdx, idx: args.column.idx });
    const isTyped = opening.current === "typing";
    const isChoice = event.target instanceof HTMLSelectElement;
    const deed = args.mode === "EDIT" ? readEditKey(event, { isChoice, isTyped }) : readKey(event);
    if (deed !== null) {
      event.preventGridDefault();
      event.preventDefault();
      return act(deed, at, args.mode === "EDIT" ? () => args.onClose(false, true) : undefined);
    }
    if (event.key === "Tab") tabbedFrom.current ??= at.column;
    else if (args.mode === "ACTIVE" && stepOf(event.key)) tabbedFrom.current = null;
    if (args.mode === "ACTIVE") opening.current = "typing";
  };
  const onCellMouseDown = ({ row, column: { idx } }: CellMouseArgs<GridLine>, event: CellMouseEvent) => {
    tabbedFrom.current = null;
    if (!event.shiftKey || !chosen.range || idx < NAME_COLUMNS) return;
    event.preventGridDefault();
    event.preventDefault();
    chosen.extend({ row: row.index, column: idx - NAME_COLUMNS });
  };
  const onCellDoubleClick = () => {
    opening.current = "asked";
  };
  const choose = (place: CellPlace) => {
    opening.current = "typing";
    chosen.choose(place);
  };

  return {
    ...{ range: chosen.range, active: chosen.active, extend: chosen.extend },
    ...{ opening, choose, goTo, onCellKeyDown, onCellMouseDown, onCellDoubleClick },
  };
}

/** The chosen cell and the rectangle that is drawn from it. */
function useChosenCells(grid: Keys["grid"], size: Size) {
  const [chosen, setChosen] = useState<{ readonly anchor: CellPlace; readonly focus: CellPlace } | null>(null);
  const range: CellRange | null = chosen && rangeBetween(chosen.anchor, chosen.focus);
  const extend = (place: CellPlace) => {
    const focus = within(size, place);
    setChosen((before) => before && { ...before, focus });
    grid.current?.scrollToCell(positionOf(focus));
  };
  return {
    range,
    active: chosen?.anchor ?? null,
    choose: (place: CellPlace) =>
      setChosen(place.row >= 0 && place.column >= 0 ? { anchor: place, focus: place } : null),
    extend,
    extendBy: ({ rows, columns }: { readonly rows: number; readonly columns: number }) => {
      if (chosen) extend({ row: chosen.focus.row + rows, column: chosen.focus.column + columns });
    },
    chooseAll: () =>
      setChosen({ anchor: { row: 0, column: 0 }, focus: { row: size.rows - 1, column: size.columns - 1 } }),
  };
}
