"use client"; // shows the rate, the advice and what is wrong while figures are typed

import { useTranslations } from "next-intl";
import { useEffect, useId, useRef, type ReactNode } from "react";
import { adviseOn, type Advice } from "@/domain/entry-advice";
import { fieldName } from "@/domain/inputs/report-form";
import type { FieldProblem, FigureReading, TypedFigure } from "@/domain/typed-figures";
import type { ReportMeasure } from "@/server/loaders/report-views";
import { FigureFields } from "./figure-fields";
import { MeasureLabel } from "@/components/submissions/measure-label";
import { useProblemText } from "./problem-text";
import { LongTextField } from "./text-field";

interface FigureRowProps {
  readonly row: ReportMeasure;
  /** What the fields began with. */
  readonly initial: TypedFigure;
  /** What they hold now, and how it is read. */
  readonly typed: TypedFigure;
  readonly reading: FigureReading;
  /** Of the reading's problems those that it is time to speak of. */
  readonly problems: readonly FieldProblem[];
  /** The past and the plan, beside the fields. */
  readonly past: ReactNode;
}

/** One measure of the report: label and meaning, fields, past; advice and what is wrong in the row that they concern. */
export function FigureRow({ row, initial, typed, reading, problems, past }: FigureRowProps) {
  const id = useId();
  const { measure } = row;
  const advice = adviseOn(measure, reading.value, row.plan);
  const problemIdOf = (field: string) =>
    problems.some((problem) => problem.field === field) ? `${id}-${field}-problem` : undefined;
  return (
    <div
      role="group"
      aria-labelledby={`${id}-name`}
      data-measure={measure.id}
      className="grid gap-x-6 gap-y-2 border-t border-hairline py-4 md:grid-cols-[minmax(13rem,1fr)_minmax(0,22rem)_11rem]"
    >
      <MeasureLabel row={row} id={`${id}-name`} />
      <div className="grid content-start gap-1">
        <FigureFields {...{ row, initial, typed, reading, problemIdOf }} />
        <NotApplicableField measureId={measure.id} name={row.name} initial={initial.notApplicable} />
      </div>
      {past}
      <RowMessages {...{ row, typed, problems, problemIdOf, advice }} />
      <NoteField {...{ row, initial, typed, advice }} problemId={problemIdOf("note")} />
    </div>
  );
}

function NotApplicableField(props: { readonly measureId: string; readonly name: string; readonly initial: boolean }) {
  const t = useTranslations("entry.field");
  return (
    <label className="inline-flex min-h-9 items-center gap-2 justify-self-start text-small text-quiet">
      <input
        type="checkbox"
        name={fieldName(props.measureId, "notApplicable")}
        defaultChecked={props.initial}
        aria-label={t("notApplicableFor", { measure: props.name })}
        className="size-4 accent-on-track"
      />
      <span aria-hidden>{t("notApplicable")}</span>
    </label>
  );
}

interface RowMessagesProps extends Pick<FigureRowProps, "row" | "typed" | "problems"> {
  readonly problemIdOf: (field: string) => string | undefined;
  readonly advice: Advice | null;
}

const PICTOGRAPH = /\p{Extended_Pictographic}/u;

/** What is wrong, else what is worth a note. The place exists before it speaks, so that it is announced. */
function RowMessages({ row, typed, problems, problemIdOf, advice }: RowMessagesProps) {
  const t = useTranslations("entry.advice");
  const problemText = useProblemText();
  const hasPictograph = PICTOGRAPH.test(typed.note + typed.evidence);
  return (
    <div aria-live="polite" className="grid gap-1 empty:hidden md:col-span-3">
      {problems.map((problem) => (
        <p key={problem.field} id={problemIdOf(problem.field)} className={`${ADVICE} font-medium`}>
          {problemText(problem, row, typed)}
        </p>
      ))}
      {advice && problems.length === 0 && <p className={ADVICE}>{t(advice, { plan: row.planText ?? "" })}</p>}
      {hasPictograph && <p className="text-small text-quiet">{t("pictograph")}</p>}
    </div>
  );
}

const ADVICE = "border-l-[3px] border-attention py-0.5 pl-3 text-attention";

interface NoteFieldProps extends Pick<FigureRowProps, "row" | "initial" | "typed"> {
  readonly advice: Advice | null;
  readonly problemId: string | undefined;
}

/** The note: folded away until it is needed, in the browser's own element, so that it opens without scripts too. */
function NoteField({ row, initial, typed, advice, problemId }: NoteFieldProps) {
  const t = useTranslations("entry.field");
  const folded = useRef<HTMLDetailsElement>(null);
  const isNeeded = advice !== null || typed.notApplicable || typed.note !== "" || problemId !== undefined;
  useEffect(() => {
    if (isNeeded && folded.current) folded.current.open = true;
  }, [isNeeded]);
  return (
    <details ref={folded} open={initial.note !== "" || initial.notApplicable} className="group md:col-span-3">
      <summary className="w-fit py-1 text-small text-quiet underline group-open:hidden">{t("note")}</summary>
      <LongTextField
        name={fieldName(row.measure.id, "note")}
        label={typed.notApplicable ? t("reason") : t("note")}
        initialText={initial.note}
        text={typed.note}
        problemId={problemId}
      />
    </details>
  );
}
