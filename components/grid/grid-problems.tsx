"use client"; // leads to cells of the grid

import { useTranslations } from "next-intl";
import type { CellPlace } from "@/domain/grid-blocks";
import type { SheetColumn } from "@/domain/grid-sheets";
import type { GridMeasure } from "@/server/loaders/entry-grid-views";
import { problemsOf, type GridLine } from "./grid-lines";
import { useGridProblemText } from "./problem-words";

interface GridProblemsProps {
  readonly lines: readonly GridLine[];
  readonly columns: readonly SheetColumn[];
  readonly measures: readonly GridMeasure[];
  readonly onGoTo: (place: CellPlace) => void;
}

/** So many are told; the others stand in their cells. */
const TOLD = 8;

/** The cells to mend, each a way to it. */
export function GridProblems({ lines, columns, measures, onGoTo }: GridProblemsProps) {
  const t = useTranslations("entryGrid.problems");
  const problemText = useGridProblemText();
  const found = lines.flatMap((line) =>
    columns.flatMap((column, index) => problemsOf(line, column).map((problem) => ({ line, column, index, problem }))),
  );
  if (found.length === 0) return null;
  return (
    <section
      aria-label={t("title", { count: found.length })}
      className="border-l-[3px] border-attention bg-note px-3 py-2"
    >
      <p className="font-semibold">{t("title", { count: found.length })}</p>
      <ul className="text-small">
        {found.slice(0, TOLD).map(({ line, column, index, problem }) => {
          const measure = measures.find(({ measure: { id } }) => id === column.measureId);
          return (
            measure && (
              <li key={`${line.index} ${index} ${problem.field}`}>
                <button
                  type="button"
                  className="text-left underline"
                  onClick={() => onGoTo({ row: line.index, column: index })}
                >
                  {line.report.name}, {measure.name}
                </button>
                : {problemText(problem, measure, line)}
              </li>
            )
          );
        })}
      </ul>
      {found.length > TOLD && <p className="text-small">{t("more", { count: found.length - TOLD })}</p>}
    </section>
  );
}

/** How many cells are to be mended. */
export function countProblems(lines: readonly GridLine[], columns: readonly SheetColumn[]): number {
  return lines.reduce(
    (count, line) => count + columns.filter((column) => problemsOf(line, column).length > 0).length,
    0,
  );
}
