"use client"; // a cell that is chosen, marked and drawn over

import clsx from "clsx";
import { useLocale, useTranslations } from "next-intl";
import { Cell, type CellRendererProps } from "react-data-grid";
import { writeRate } from "@/components/entry/number-writing";
import { isInRange } from "@/domain/grid-blocks";
import type { SheetColumn } from "@/domain/grid-sheets";
import type { GridMeasure } from "@/server/loaders/entry-grid-views";
import { useGridTools } from "./grid-context";
import { isOpenCell, problemsOf, textOfCell, type GridLine } from "./grid-lines";
import { useGridProblemText } from "./problem-words";

/** The names of rows stand before the first column of figures. */
export const NAME_COLUMNS = 1;

interface SheetCellProps {
  readonly cell: CellRendererProps<GridLine, unknown>;
  readonly column: SheetColumn | undefined;
}

/** A cell of the library with what it does not know of: the chosen rectangle, and what is wrong. */
export function SheetCell({ cell, column }: SheetCellProps) {
  const { range, extend } = useGridTools();
  const place = { row: cell.rowIdx, column: cell.column.idx - NAME_COLUMNS };
  if (!column) return <Cell {...cell} className="bg-paper!" />;
  const isChosen = range !== null && isInRange(range, place);
  const isWrong = problemsOf(cell.row, column).length > 0;
  return (
    <Cell
      {...cell}
      aria-invalid={isWrong || undefined}
      aria-selected={isChosen || cell.isCellActive}
      onPointerEnter={(event) => event.buttons === 1 && event.pointerType === "mouse" && extend(place)}
      className={clsx(
        isWrong && "border-l-[3px]! border-l-attention!",
        isChosen && !cell.isCellActive
          ? "bg-on-track-pale! outline-none!"
          : !isOpenCell(cell.row, column) && "bg-note!",
      )}
    />
  );
}

interface CellTextProps {
  readonly line: GridLine;
  readonly column: SheetColumn;
  readonly measure: GridMeasure;
}

/** What stands in a cell: its text, beside a rate's base what it comes to, and to readers what is wrong. */
export function CellText({ line, column, measure }: CellTextProps) {
  const t = useTranslations("entryGrid");
  const locale = useLocale();
  const problemText = useGridProblemText();
  const cells = line.cells[column.measureId];
  if (!cells) return <span className="sr-only">{t("notAsked")}</span>;
  const problems = problemsOf(line, column);
  const figure = line.figures.get(column.measureId);
  const isWord = column.rules.kind === "level" || column.rules.kind === "judged";
  return (
    <span className={clsx("flex items-baseline gap-2", !isWord && "figure justify-end text-right")}>
      <span
        className={clsx("truncate", problems.length > 0 && "font-semibold text-attention underline decoration-wavy")}
      >
        {textOfCell(line, column)}
      </span>
      {column.field === "result" && <NoteMark line={line} column={column} />}
      {column.field === "total" && (
        <span className="min-w-14 text-small text-quiet">
          {writeRate(measure.measure, figure?.reading.value ?? null, locale)}
        </span>
      )}
      {problems.map((problem) => (
        <span key={problem.field} className="sr-only">
          {problemText(problem, measure, line)}
        </span>
      ))}
    </span>
  );
}

/** A star for a note that is there; in colour and with other words for one that is asked for. */
function NoteMark({ line, column }: Omit<CellTextProps, "measure">) {
  const t = useTranslations("entryGrid");
  const figure = line.figures.get(column.measureId);
  const hasNote = (line.cells[column.measureId]?.note ?? "").trim() !== "";
  const isAsked = line.report.closure === null && figure?.reading.value != null && figure.noteReason !== null;
  if (!hasNote && !isAsked) return null;
  return (
    <span className={isAsked ? "font-semibold text-attention" : "text-quiet"}>
      <span aria-hidden>{isAsked ? "!" : "*"}</span>
      <span className="sr-only">{t(isAsked ? "noteAsked" : "hasNote")}</span>
    </span>
  );
}
