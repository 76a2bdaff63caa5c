"use client"; // says what the chosen cell is, and takes its note

import { useTranslations } from "next-intl";
import type { KeyboardEvent } from "react";
import { CONTROL_CLASS } from "@/components/ui/field";
import { useFieldLabels } from "@/components/submissions/field-labels";
import type { CellField } from "@/domain/cell-texts";
import type { SheetColumn } from "@/domain/grid-sheets";
import type { GridMeasure } from "@/server/loaders/entry-grid-views";
import { isOpenCell, problemsOf, type GridLine } from "./grid-lines";
import { noteProblem, useGridProblemText } from "./problem-words";

interface CellBarProps {
  readonly line: GridLine | undefined;
  readonly column: SheetColumn | undefined;
  readonly measure: GridMeasure | undefined;
  readonly onWrite: (line: GridLine, measureId: string, field: CellField, text: string) => void;
}

/** The line above the grid: which cell is chosen, what is wrong in it, what may be written, and the figure's note. */
export function CellBar({ line, column, measure, onWrite }: CellBarProps) {
  const t = useTranslations("entryGrid.bar");
  const labelsOf = useFieldLabels();
  if (!line || !column || !measure) return <p className="text-small text-quiet">{t("none")}</p>;
  const cells = line.cells[column.measureId];
  const labels = labelsOf(measure);
  const plan = line.report.plans[column.measureId] ?? null;
  const write = (field: CellField) => (text: string) => onWrite(line, column.measureId, field, text);
  return (
    <div className="grid items-start gap-x-6 gap-y-1 md:grid-cols-[minmax(0,1fr)_minmax(0,24rem)]">
      <div aria-live="polite" className="grid min-h-16 content-start">
        <p>
          <span className="font-semibold">{line.report.title}</span>: {measure.name}
          {column.rules.kind === "rate" && `, ${column.field === "total" ? labels.d : labels.n}`}
          {plan !== null && <span className="text-quiet"> ({t("plan", { plan })})</span>}
        </p>
        <CellAdvice line={line} column={column} measure={measure} />
      </div>
      {cells && isOpenCell(line, column) && (
        <div className="grid gap-1">
          {column.rules.kind === "judged" && (
            <BarField label={labels.evidence} text={cells.evidence} onWrite={write("evidence")} />
          )}
          <BarField label={t("note")} text={cells.note} onWrite={write("note")} />
        </div>
      )}
    </div>
  );
}

function CellAdvice({ line, column, measure }: Required<Omit<CellBarProps, "onWrite">> & CellKnown) {
  const t = useTranslations("entryGrid");
  const problemText = useGridProblemText();
  if (!line.cells[column.measureId]) return <p className="text-small text-quiet">{t("notAsked")}</p>;
  if (line.report.closure !== null)
    return <p className="text-small text-quiet">{t(`closure.${line.report.closure}`)}</p>;
  const figure = line.figures.get(column.measureId);
  const isTouched = figure?.reading.value != null;
  const problems = problemsOf(line, column);
  const told = problems.length > 0 ? problems : isTouched ? noteProblem(figure.noteReason) : [];
  if (told.length === 0) return <p className="text-small text-quiet">{t("bar.kinds")}</p>;
  return told.map((problem) => (
    <p key={problem.field} className="border-l-[3px] border-attention pl-2 text-small font-medium text-attention">
      {problemText(problem, measure, line)}
    </p>
  ));
}

interface CellKnown {
  readonly line: GridLine;
  readonly column: SheetColumn;
  readonly measure: GridMeasure;
}

interface BarFieldProps {
  readonly label: string;
  readonly text: string;
  readonly onWrite: (text: string) => void;
}

/** A text of the figure, written when it is left; made anew when it changes elsewhere. */
function BarField({ label, text, onWrite }: BarFieldProps) {
  const finish = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.key === "Enter" && !event.nativeEvent.isComposing) onWrite(event.currentTarget.value);
  };
  return (
    <label className="grid grid-cols-[5rem_minmax(0,1fr)] items-center gap-2 text-small text-quiet">
      {label}
      <input
        key={text}
        type="text"
        autoComplete="off"
        defaultValue={text}
        onBlur={({ target }) => onWrite(target.value)}
        onKeyDown={finish}
        className={CONTROL_CLASS}
      />
    </label>
  );
}
