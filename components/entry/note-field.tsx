"use client"; // opens when a note is needed

import { useTranslations } from "next-intl";
import { useEffect, useRef } from "react";
import { fieldName } from "@/domain/inputs/report-form";
import type { ReportMeasure } from "@/server/loaders/report-views";
import { LongTextField } from "./text-field";
import type { SpokenReading } from "./use-readings";

interface NoteFieldProps {
  readonly row: ReportMeasure;
  readonly read: SpokenReading;
  readonly problemId: string | undefined;
}

/** The note: folded away until it is needed, in the browser's own element, so that it opens without scripts too. */
export function NoteField({ row, read, problemId }: NoteFieldProps) {
  const t = useTranslations("entry.field");
  const folded = useRef<HTMLDetailsElement>(null);
  const { initial, typed, warnings } = read;
  const isNeeded = warnings.length > 0 || typed.notApplicable || typed.note !== "" || problemId !== undefined;
  useEffect(() => {
    if (isNeeded && folded.current) folded.current.open = true;
  }, [isNeeded]);
  const isOpen = initial.note !== "" || initial.notApplicable || problemId !== undefined;
  return (
    <details ref={folded} open={isOpen} className="group md:col-span-3">
      <summary className="w-fit py-1 text-small text-quiet underline group-open:hidden">{t("note")}</summary>
      <LongTextField
        name={fieldName(row.measure.id, "note")}
        label={t(labelOf(read))}
        initialText={initial.note}
        text={typed.note}
        problemId={problemId}
      />
    </details>
  );
}

function labelOf({ typed, reading, warnings, problems }: SpokenReading) {
  if (typed.notApplicable) return "reason";
  if (problems.some(({ code }) => code === "note_missing")) return "reasonMissing";
  const isRequired = warnings.some(({ noteRequired }) => noteRequired);
  return isRequired && reading.value !== null ? "reasonRequired" : "note";
}
