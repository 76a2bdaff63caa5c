// Rows of the entry grid as a device keeps them until the server has them, and how they are taken up again. No storage.
import type { CellTexts } from "./cell-texts";
import type { SheetRow } from "./grid-sheets";

/** A report's cells as a device keeps them. */
export interface KeptCells {
  /** The version that the texts were typed on. */
  readonly version: number;
  /** What the server held at that version. */
  readonly stored: SheetRow;
  /** The measures that were typed over, and are not saved. */
  readonly typed: SheetRow;
}

/** Whether two cells of a measure say the same. */
export type SameCells = (measureId: string, a: CellTexts, b: CellTexts) => boolean;

/** A row as it stands after it was taken up again. */
export interface RestoredRow {
  readonly version: number;
  readonly stored: SheetRow;
  /** What is kept and says something else than what is stored. */
  readonly typed: SheetRow;
  /** Somebody else has changed a figure that was typed over here, since. */
  readonly isOvertaken: boolean;
}

/**
 * Takes up kept texts on a report as the page brings it. A page that is older than what is kept of the server goes on
 * from the kept side. What the server has by now, or the report no longer asks for, is not typed any more.
 */
export function restoreRow(
  kept: KeptCells,
  found: Pick<KeptCells, "version" | "stored">,
  isSame: SameCells,
): RestoredRow {
  const { version, stored } = kept.version > found.version ? kept : found;
  const typed = Object.entries(kept.typed).filter(([id, cells]) => {
    const now = stored[id];
    return now !== undefined && !isSame(id, cells, now);
  });
  const isOvertaken =
    kept.version < found.version && typed.some(([id]) => isChangedSince(id, kept.stored, found.stored, isSame));
  return { version, stored, typed: Object.fromEntries(typed), isOvertaken };
}

function isChangedSince(id: string, then: SheetRow, now: SheetRow, isSame: SameCells): boolean {
  const [before, after] = [then[id], now[id]];
  return before === undefined || after === undefined || !isSame(id, before, after);
}

/** What stands in the cells: what is stored, and over it what is typed. */
export function cellsOfKept({ stored, typed }: Pick<KeptCells, "stored" | "typed">): SheetRow {
  return { ...stored, ...typed };
}

/** A row with what another page of the same device changed in it since it told last; the rest stays as it stands here. */
export function followRow(here: SheetRow, before: SheetRow, now: SheetRow, isSame: SameCells): SheetRow {
  const changed = Object.entries(now).filter(([id, cells]) => {
    const [own, told] = [here[id], before[id]];
    return own !== undefined && (told === undefined || !isSame(id, told, cells)) && !isSame(id, own, cells);
  });
  return changed.length === 0 ? here : { ...here, ...Object.fromEntries(changed) };
}
