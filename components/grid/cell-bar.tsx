"use client"; // says what the chosen cell is, and takes its note

import clsx from "clsx";
import { useTranslations } from "next-intl";
import { useRef, type KeyboardEvent, type RefObject } from "react";
import { Button } from "@/components/ui/button";
import { CONTROL_CLASS } from "@/components/ui/field";
import { useFieldLabels } from "@/components/submissions/field-labels";
import { NO_CELLS, type CellField } from "@/domain/cell-texts";
import type { SheetColumn } from "@/domain/grid-sheets";
import type { GridMeasure } from "@/server/loaders/entry-grid-views";
import { isOpenCell, problemsOf, type GridLine } from "./grid-lines";
import { noteProblem, useGridProblemText } from "./problem-words";

interface CellBarProps {
  readonly line: GridLine | undefined;
  readonly column: SheetColumn | undefined;
  readonly measure: GridMeasure | undefined;
  readonly onWrite: (line: GridLine, measureId: string, field: CellField, text: string) => void;
  /** Keeps on this device what is being typed. */
  readonly onType: CellBarProps["onWrite"];
  /** What stands for "not applicable", and writes it. */
  readonly notApplicable: { readonly text: string; readonly write: (line: GridLine, measureId: string) => void };
}

/** As high whichever cell is chosen: the grid below must not move under the hand. */
const BAR =
  "grid min-h-36 content-start items-start gap-x-6 gap-y-1 md:min-h-21 md:grid-cols-[minmax(0,1fr)_minmax(0,20rem)] " +
  "lg:grid-cols-[minmax(0,1fr)_minmax(0,28rem)]";

/** The line above the grid: which cell is chosen, what is wrong in it, what may be written, and the figure's note. */
export function CellBar({ line, column, measure, ...deeds }: CellBarProps) {
  const t = useTranslations("entryGrid.bar");
  const labelsOf = useFieldLabels();
  if (!line || !column || !measure) return <p className={clsx(BAR, "text-small text-quiet")}>{t("none")}</p>;
  const labels = labelsOf(measure);
  const plan = line.report.plans[column.measureId] ?? null;
  return (
    <div className={BAR}>
      <div aria-live="polite" className="grid content-start">
        <p>
          <span className="font-semibold">{line.report.title}</span>: {measure.name}
          {column.rules.kind === "rate" && `, ${column.field === "total" ? labels.d : labels.n}`}
          {plan !== null && <span className="text-quiet"> ({t("plan", { plan })})</span>}
        </p>
        <CellAdvice line={line} column={column} measure={measure} />
      </div>
      {isOpenCell(line, column) && <CellFields {...{ line, column, ...deeds }} evidenceLabel={labels.evidence} />}
    </div>
  );
}

interface CellFieldsProps extends Pick<CellBarProps, "onWrite" | "onType" | "notApplicable"> {
  readonly line: GridLine;
  readonly column: SheetColumn;
  readonly evidenceLabel: string;
}

/** What is written of a figure beside its number: its evidence where it is judged, its note, and that it does not apply. */
function CellFields({ line, column, evidenceLabel, onWrite, onType, notApplicable }: CellFieldsProps) {
  const t = useTranslations("entryGrid.bar");
  const note = useRef<HTMLInputElement>(null);
  const { measureId } = column;
  const cells = line.cells[measureId] ?? NO_CELLS;
  const ways = (field: CellField) => ({
    text: cells[field],
    onWrite: (text: string) => onWrite(line, measureId, field, text),
    onType: (text: string) => onType(line, measureId, field, text),
  });
  const writeNotApplicable = () => {
    notApplicable.write(line, measureId);
    note.current?.focus(); // the reason is asked for
  };
  return (
    <div className="grid gap-1">
      {column.rules.kind === "judged" && <BarField label={evidenceLabel} {...ways("evidence")} />}
      <div className="flex items-center gap-2">
        <BarField label={t("note")} {...ways("note")} field={note} />
        {cells.result !== notApplicable.text && (
          <Button variant="quiet" onClick={writeNotApplicable}>
            {t("notApplicable", { text: notApplicable.text })}
          </Button>
        )}
      </div>
    </div>
  );
}

function CellAdvice({ line, column, measure }: CellKnown) {
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
  readonly onType: (text: string) => void;
  readonly field?: RefObject<HTMLInputElement | null>;
}

/** A text of the figure, written when it is left; made anew when it changes elsewhere. */
function BarField({ label, text, onWrite, onType, field }: BarFieldProps) {
  const finish = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.key === "Enter" && !event.nativeEvent.isComposing) onWrite(event.currentTarget.value);
  };
  return (
    <label className="grid flex-1 grid-cols-[4rem_minmax(0,1fr)] items-center gap-2 text-small text-quiet">
      {label}
      <input
        key={text}
        ref={field}
        type="text"
        autoComplete="off"
        defaultValue={text}
        onChange={({ target }) => onType(target.value)}
        onBlur={({ target }) => onWrite(target.value)}
        onKeyDown={finish}
        className={CONTROL_CLASS}
      />
    </label>
  );
}
