// The grid as it is opened: what the server sent, and over it what this device keeps of an earlier visit.
import { changeSheet, openSheet, type Sheet, type SheetRow, type TextWrite } from "@/domain/grid-sheets";
import { restoreRow } from "@/domain/kept-rows";
import type { GridReport, GridView } from "@/server/loaders/entry-grid-views";
import { sameCells, type HeldReport } from "./grid-lines";
import { findKeptRow } from "./kept-rows";

/** What was taken up again from this device. */
export interface Restored {
  /** The rows, by their index. */
  readonly rows: ReadonlySet<number>;
  /** UTC instant in ISO 8601 of what was typed last. */
  readonly typedAt: string;
}

export interface GridState {
  readonly sheet: Sheet;
  readonly reports: readonly HeldReport[];
  /** Null where nothing was kept that the server lacks. */
  readonly restored: Restored | null;
}

interface OpenedRow {
  readonly report: HeldReport;
  readonly typed: SheetRow;
  readonly typedAt: string;
}

/** A grid as it is opened; what is taken up again is its first deed, so that it can be taken back as one. */
export function openGrid(view: GridView): GridState {
  const isSame = sameCells(view);
  const opened = view.reports.map((report) => openRow(view, report, isSame));
  const rows = opened.map(({ report }) => report.cells);
  const writes = opened.flatMap(({ report, typed }, index) =>
    writesBetween(index, report.cells, { ...report.cells, ...typed }),
  );
  const restored = opened.flatMap(({ typed }, index) => (Object.keys(typed).length > 0 ? [index] : []));
  const typedAt = opened.map((row) => row.typedAt).reduce((a, b) => (a > b ? a : b), "");
  return {
    sheet: changeSheet(openSheet(rows), writes),
    reports: opened.map(({ report }) => report),
    restored: restored.length > 0 ? { rows: new Set(restored), typedAt } : null,
  };
}

function openRow(view: GridView, report: GridReport, isSame: ReturnType<typeof sameCells>): OpenedRow {
  const { unitId, periodId, version, cells } = report;
  const kept = findKeptRow({ accountId: view.accountId, unitId, periodId });
  if (kept === null) return { report: { ...report, overtakenBy: null }, typed: {}, typedAt: "" };
  const { isOvertaken, typed, ...row } = restoreRow(kept, { version, stored: cells }, isSame);
  const { standing, closure } = kept.version > version ? kept : report;
  const overtakenBy = isOvertaken ? SOMEBODY : kept.version < version ? null : kept.overtakenBy;
  return {
    report: { ...report, ...{ standing, closure, overtakenBy }, version: row.version, cells: row.stored },
    ...{ typed, typedAt: Object.keys(typed).length > 0 ? kept.typedAt : "" },
  };
}

/** Who it was is asked once the page stands. */
const SOMEBODY = { name: null, at: null };
const FIELDS = ["result", "total", "evidence", "note"] as const;

/** The texts that make a row of one into that of another. */
export function writesBetween(row: number, from: SheetRow | undefined, to: SheetRow): TextWrite[] {
  return Object.entries(to).flatMap(([measureId, cells]) =>
    from?.[measureId] === cells ? [] : FIELDS.map((field) => ({ row, measureId, field, text: cells[field] })),
  );
}
