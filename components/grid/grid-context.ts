"use client"; // what cells of the grid are told

import { createContext, useContext, type RefObject } from "react";
import type { CellPlace, CellRange } from "@/domain/grid-blocks";

/** How a cell was opened: what is typed replaces its text, or goes on from it. */
export type Opening = "typing" | "asked";

/** What the cells need to know of the grid around them. */
export interface GridTools {
  readonly range: CellRange | null;
  readonly opening: RefObject<Opening>;
  /** Writes a text into a cell. */
  readonly write: (place: CellPlace, text: string) => void;
  /** Keeps on this device what is being typed into a cell. */
  readonly keepTyping: (place: CellPlace, text: string) => void;
  /** Draws the chosen rectangle up to a cell. */
  readonly extend: (place: CellPlace) => void;
}

export const GridContext = createContext<GridTools | null>(null);

/** The tools of the grid that a cell stands in. */
export function useGridTools(): GridTools {
  const tools = useContext(GridContext);
  if (tools === null) throw new Error("a cell of the grid stands outside of it");
  return tools;
}
