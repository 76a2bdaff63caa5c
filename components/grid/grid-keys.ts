// What the keys of a spreadsheet ask for; what is not told here is the library's own, or a letter that opens a cell.

export interface Step {
  readonly rows: number;
  readonly columns: number;
}

export type GridDeed =
  /** Enter: to the row below, or above, in the column in which Tab began. */
  | { readonly type: "enter"; readonly rows: 1 | -1 }
  /** An arrow that leaves a cell that is typed in. */
  | { readonly type: "leave"; readonly by: Step }
  | { readonly type: "extend"; readonly by: Step }
  | { readonly type: "open" | "clear" | "undo" | "redo" | "all" };

interface Pressed {
  readonly key: string;
  readonly shiftKey: boolean;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
}

const ARROWS: Readonly<Record<string, Step>> = {
  ArrowUp: { rows: -1, columns: 0 },
  ArrowDown: { rows: 1, columns: 0 },
  ArrowLeft: { rows: 0, columns: -1 },
  ArrowRight: { rows: 0, columns: 1 },
};

/** Where an arrow points; null for any other key. */
export function stepOf(key: string): Step | null {
  return ARROWS[key] ?? null;
}

/** What a key asks for in a cell that is chosen. */
export function readKey({ key, shiftKey, ctrlKey, metaKey }: Pressed): GridDeed | null {
  if (ctrlKey || metaKey) return readControlKey(key.toLowerCase(), shiftKey);
  const step = stepOf(key);
  if (step !== null) return shiftKey ? { type: "extend", by: step } : null;
  if (key === "Enter") return { type: "enter", rows: shiftKey ? -1 : 1 };
  if (key === "F2") return { type: "open" };
  return key === "Delete" || key === "Backspace" ? { type: "clear" } : null;
}

function readControlKey(key: string, shiftKey: boolean): GridDeed | null {
  if (key === "z") return { type: shiftKey ? "redo" : "undo" };
  if (key === "y") return { type: "redo" };
  return key === "a" ? { type: "all" } : null;
}

/**
 * What a key asks for in a cell that is typed in. The arrows up and down leave it; those to the sides too where typing
 * has opened it, as in Excel. In a choice the arrows choose.
 */
export function readEditKey(
  { key, shiftKey }: Pressed,
  { isChoice, isTyped }: { readonly isChoice: boolean; readonly isTyped: boolean },
): GridDeed | null {
  if (key === "Enter") return { type: "enter", rows: shiftKey ? -1 : 1 };
  const step = isChoice || shiftKey ? null : stepOf(key);
  return step !== null && (step.columns === 0 || isTyped) ? { type: "leave", by: step } : null;
}
