"use client"; // opens when a note is needed, and stays so when the reason is gone: somebody is typing in it

import { useTranslations } from "next-intl";
import { useState } from "react";
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
  const { initial, typed, warnings } = read;
  const isNeeded = warnings.length > 0 || typed.notApplicable || typed.note !== "" || problemId !== undefined;
  const [isOpen, setOpen] = useState(isNeeded || initial.note !== "");
  if (isNeeded && !isOpen) setOpen(true);
  return (
    // Folded it stands in the line of the other ways to fill the row in; open it takes a line of its own.
    <details
      open={isOpen || undefined}
      className="group md:col-start-1 md:row-start-2 open:md:col-span-3 open:md:row-start-4"
    >
      <summary className="screen-only flex min-h-9 w-fit items-center text-small text-quiet underline group-open:hidden">
        {t("note")}
      </summary>
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
