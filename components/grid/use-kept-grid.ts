"use client"; // keeps on this device what is typed into the grid

import { useEffect, useEffectEvent, useRef, useState } from "react";
import type { KeptFor } from "@/components/entry/device-store";
import type { SheetRow, TextWrite } from "@/domain/grid-sheets";
import type { GridView } from "@/server/loaders/entry-grid-views";
import { gridAddress } from "./grid-address";
import { sameCells, type GridLine } from "./grid-lines";
import { fetchNews } from "./grid-news";
import { dropKeptRow, findKeptRow, isSameKept, keepRow, watchKeptRows, type KeptRow } from "./kept-rows";
import type { GridSheet } from "./use-grid-sheet";

export interface KeptGrid {
  /** False where the browser keeps nothing: then what is not saved is lost with the page. */
  readonly isKept: boolean;
  /** Keeps a text while it is still typed: the row itself learns it when its field is left. */
  readonly keepTyping: (write: TextWrite) => void;
}

/**
 * Keeps every row that holds something unsaved, letter by letter, and takes over what another page of this browser does
 * with the same rows. What the server has is forgotten, unless this page is an older copy than that.
 */
export function useKeptGrid(view: GridView, { lines, learn, follow }: GridSheet): KeptGrid {
  const [isKept, setKept] = useState(true);
  const told = useRef(new Map<number, GridLine>());

  const keep = (line: GridLine, cells: SheetRow) => {
    const owner = ownerOf(view, line);
    const row = keptOf(view, line, cells);
    const before = findKeptRow(owner);
    if (row === null) return before && dropKeptRow(owner);
    if (before === null || !isSameKept(before, row)) setKept(keepRow(owner, row));
  };
  const keepChanged = useEffectEvent((now: readonly GridLine[]) => {
    for (const line of now) {
      if (line.report.closure !== "other_unit" && told.current.get(line.index) !== line) keep(line, line.cells);
      told.current.set(line.index, line);
    }
  });
  useEffect(() => keepChanged(lines), [lines]);

  const onOther = useEffectEvent((owner: KeptFor, now: KeptRow | null, before: KeptRow | null) => {
    const index = view.reports.findIndex(
      ({ unitId, periodId }) => unitId === owner.unitId && periodId === owner.periodId,
    );
    if (owner.accountId === view.accountId && index >= 0) follow(index, now, before);
  });
  const askWho = useEffectEvent(async () => {
    const unknown = lines.filter(({ report }) => report.overtakenBy?.at === null);
    if (unknown.length > 0) learn(await fetchNews(view, unknown));
  });
  useEffect(() => {
    void askWho();
    return watchKeptRows((owner, now, before) => onOther(owner, now, before));
  }, []);

  const keepTyping: KeptGrid["keepTyping"] = ({ row, measureId, field, text }) => {
    const line = lines[row];
    const cells = line?.cells[measureId];
    if (line && cells) keep(line, { ...line.cells, [measureId]: { ...cells, [field]: text } });
  };
  return { isKept, keepTyping };
}

function ownerOf({ accountId }: GridView, { report: { unitId, periodId } }: GridLine): KeptFor {
  return { accountId, unitId, periodId };
}

/** What is to be kept of a row; null where the page that the server sends has all of it. */
function keptOf(view: GridView, { index, report }: GridLine, cells: SheetRow): KeptRow | null {
  const isSame = sameCells(view);
  const typed = Object.entries(cells).filter(([id, now]) => {
    const stored = report.cells[id];
    return stored !== undefined && !isSame(id, stored, now);
  });
  const { version, standing, closure, overtakenBy } = report;
  if (typed.length === 0 && version <= (view.reports[index]?.version ?? 0)) return null;
  return {
    ...{ version, standing, closure, overtakenBy, stored: report.cells, typed: Object.fromEntries(typed) },
    typedAt: new Date().toISOString(),
    heading: { title: view.title, address: gridAddress(view) },
  };
}
