"use client"; // shows the rate, what is worth a look and what is wrong while figures are typed

import { useTranslations } from "next-intl";
import { useId, type ReactNode } from "react";
import { EvidenceFiles } from "@/components/evidence/evidence-files";
import { MeasureLabel } from "@/components/submissions/measure-label";
import { fieldName } from "@/domain/inputs/report-form";
import type { ReportMeasure } from "@/server/loaders/report-views";
import { FigureFields } from "./figure-fields";
import { NoteField } from "./note-field";
import { RepeatOne } from "./repeat-buttons";
import { RowMessages } from "./row-messages";
import type { SpokenReading } from "./use-readings";

interface FigureRowProps {
  readonly row: ReportMeasure;
  /** What the fields began with, what they hold now and how it is read. */
  readonly read: SpokenReading;
  /** The past and the plan, beside the fields. */
  readonly past: ReactNode;
  readonly onRepeat: (row: ReportMeasure) => void;
  readonly onSwap: (row: ReportMeasure) => void;
}

/** One measure of the report: label and meaning, fields, past; what is worth a look or wrong in the row it concerns. */
export function FigureRow({ row, read, past, onRepeat, onSwap }: FigureRowProps) {
  const id = useId();
  const { measure } = row;
  const { initial, typed, reading, problems } = read;
  const problemIdOf = (field: string) =>
    problems.some((problem) => problem.field === field) ? `${id}-${field}-problem` : undefined;
  return (
    <div
      role="group"
      aria-labelledby={`${id}-name`}
      data-measure={measure.id}
      className="grid gap-x-6 gap-y-1 border-t border-hairline py-4 md:grid-cols-[minmax(13rem,1fr)_minmax(0,22rem)_11rem] md:grid-rows-[auto_1fr_auto_auto]"
    >
      <MeasureLabel row={row} id={`${id}-name`} />
      <FigureFields {...{ row, initial, typed, reading, problemIdOf }} />
      <div className="flex flex-wrap items-center gap-x-5 self-start md:col-start-2 md:row-start-2">
        <NotApplicableField measureId={measure.id} name={row.name} initial={initial.notApplicable} />
        <RepeatOne row={row} onRepeat={onRepeat} />
      </div>
      <RowMessages {...{ row, read, problemIdOf, onSwap }} />
      <NoteField {...{ row, read }} problemId={problemIdOf("note")} />
      {/* One column has it last: what is wrong is said at its field. */}
      <div className="max-md:mt-2 md:col-start-3 md:row-span-2 md:row-start-1">{past}</div>
      <div className="empty:hidden md:col-span-3 md:row-start-5">
        <EvidenceFiles evidence={row.evidence} name={row.name} />
      </div>
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
