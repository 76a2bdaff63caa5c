"use client"; // the grid is typed in, pasted into and saved without leaving the page

import "react-data-grid/lib/styles.css";
import { useTranslations } from "next-intl";
import { useMemo, useRef, type CSSProperties, type DragEvent, type Key } from "react";
import { DataGrid, type CellRendererProps, type DataGridHandle } from "react-data-grid";
import { writesOf } from "@/domain/grid-sheets";
import type { GridView } from "@/server/loaders/entry-grid-views";
import { CellBar } from "./cell-bar";
import { GridActions } from "./grid-actions";
import { GridContext } from "./grid-context";
import { isOpenCell, isUnsavedLine, type GridLine } from "./grid-lines";
import { GridProblems } from "./grid-problems";
import { OvertakenRows } from "./overtaken-rows";
import { PlainGrid } from "./plain-grid";
import { RestoredNotice } from "./restored-notice";
import { NAME_COLUMNS, SheetCell } from "./sheet-cell";
import { useGridClipboard } from "./use-grid-clipboard";
import { useGridColumns } from "./use-grid-columns";
import { useGridKeys } from "./use-grid-keys";
import { ROW_HEIGHT, useFirstOpenCell, useLeaveWarning } from "./use-grid-page";
import { useGridSaving } from "./use-grid-saving";
import { useGridSheet } from "./use-grid-sheet";
import { useKeptGrid } from "./use-kept-grid";

const HEAD_HEIGHT = 44;
/** What a horizontal scrollbar takes. */
const SCROLLBAR = 18;

/** The tokens of the product as the library takes them. */
const LOOK = {
  "--rdg-color": "var(--color-ink)",
  "--rdg-border-color": "var(--color-hairline)",
  "--rdg-background-color": "var(--color-paper)",
  "--rdg-header-background-color": "var(--color-paper)",
  "--rdg-row-hover-background-color": "var(--color-paper)",
  "--rdg-selection-color": "var(--color-on-track)",
  "--rdg-font-size": "var(--text-body)",
} as CSSProperties;

const unchanged = ({ row }: { readonly row: GridLine }) => row;
const nothing = () => undefined;
/** A mouse that is dragged over the grid chooses cells, and carries no text or link away. */
const drawOnly = (event: DragEvent) => event.preventDefault();
const keyOf = ({ report }: GridLine): Key => `${report.unitId} ${report.periodId}`;

/** The grid that is filled in: cells, the chosen cell's line above, what is wrong, and saving below. */
export default function GridEditor({ view }: { readonly view: GridView }) {
  const t = useTranslations("entryGrid");
  const grid = useRef<DataGridHandle>(null);
  const sheet = useGridSheet(view);
  const { lines, columns, change } = sheet;
  const saving = useGridSaving(view, sheet);
  const kept = useKeptGrid(view, sheet);
  const keys = useGridKeys({
    grid,
    size: { rows: lines.length, columns: columns.length },
    undo: sheet.undo,
    redo: sheet.redo,
    clear: (places) =>
      change(
        writesOf(
          places.map((place) => ({ ...place, text: "" })),
          columns,
        ),
      ),
  });
  const clipboard = useGridClipboard(sheet, keys.range);
  const rdgColumns = useGridColumns(view, columns);
  const unsaved = lines.filter(isUnsavedLine).length;
  useLeaveWarning(!kept.isKept && unsaved > 0);
  useFirstOpenCell(grid, sheet);

  const renderers = useMemo(
    () => ({
      renderCell: (key: Key, cell: CellRendererProps<GridLine, unknown>) => (
        <SheetCell key={key} cell={cell} column={columns[cell.column.idx - NAME_COLUMNS]} />
      ),
    }),
    [columns],
  );
  const tools = {
    ...{ range: keys.range, opening: keys.opening, extend: keys.extend },
    write: (place: { readonly row: number; readonly column: number }, text: string) =>
      change(writesOf([{ ...place, text }], columns)),
    keepTyping: (place: { readonly row: number; readonly column: number }, text: string) =>
      writesOf([{ ...place, text }], columns).forEach(kept.keepTyping),
  };
  const active = keys.active;
  const column = active ? columns[active.column] : undefined;

  return (
    <div className="grid grid-cols-1 gap-3">
      <div className="screen-only grid grid-cols-1 gap-3">
        <RestoredNotice sheet={sheet} />
        <CellBar
          line={active ? lines[active.row] : undefined}
          column={column}
          measure={view.measures.find(({ measure }) => measure.id === column?.measureId)}
          onWrite={(line, measureId, field, text) => change([{ row: line.index, measureId, field, text }])}
          notApplicable={{
            text: view.words.own.notApplicable,
            write: ({ index: row }, measureId) =>
              change([
                { row, measureId, field: "result", text: view.words.own.notApplicable },
                { row, measureId, field: "total", text: "" },
              ]),
          }}
          onType={(line, measureId, field, text) => kept.keepTyping({ row: line.index, measureId, field, text })}
        />
        <GridContext value={tools}>
          <div {...clipboard.events} onDragStart={drawOnly}>
            <DataGrid<GridLine>
              ref={grid}
              aria-label={t(`label.${view.by}`, { title: view.title })}
              columns={rdgColumns}
              rows={lines}
              rowKeyGetter={keyOf}
              rowHeight={ROW_HEIGHT}
              headerRowHeight={HEAD_HEIGHT}
              renderers={renderers}
              onRowsChange={nothing}
              onCellPaste={unchanged}
              onCellKeyDown={keys.onCellKeyDown}
              onCellMouseDown={keys.onCellMouseDown}
              onCellDoubleClick={keys.onCellDoubleClick}
              onCellClick={({ row, column: { idx }, setActivePosition }, event) => {
                const isTouch = event.nativeEvent instanceof PointerEvent && event.nativeEvent.pointerType === "touch";
                if (isTouch && isOpenCell(row, columns[idx - NAME_COLUMNS])) setActivePosition(true);
              }}
              onActivePositionChange={({ rowIdx, column: to }) =>
                keys.choose({ row: rowIdx, column: (to?.idx ?? 0) - NAME_COLUMNS })
              }
              className="w-fit! max-w-full! border border-hairline select-none [&_input]:select-text"
              style={{
                ...LOOK,
                blockSize: `min(max(60dvh, 20rem), ${ROW_HEIGHT * lines.length + 2 * HEAD_HEIGHT + SCROLLBAR}px)`,
              }}
            />
          </div>
        </GridContext>
        <GridProblems lines={lines} columns={columns} measures={view.measures} onGoTo={keys.goTo} />
        <OvertakenRows lines={lines} measures={view.measures} onRevert={(line) => sheet.revert([line])} />
        <GridActions view={view} sheet={sheet} saving={saving} isKept={kept.isKept} pasted={clipboard.pasted} />
      </div>
      <div className="print-only">
        {unsaved > 0 && <p>{t("unsaved", { count: unsaved })}</p>}
        <PlainGrid view={view} rows={lines.map(({ cells }) => cells)} />
      </div>
    </div>
  );
}
