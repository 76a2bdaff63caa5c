"use client"; // a question before something that cannot be taken back

import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import type { ReportMeasure } from "@/server/loaders/report-views";
import type { Readings } from "./use-readings";
import type { Submission } from "./use-submission";

interface SubmitDialogProps {
  readonly period: string;
  /** The due date where it has passed. */
  readonly dueText: string | null;
  readonly readings: Readings;
  readonly submission: Submission;
}

/** Says what is missing, unexplained or late before a report is submitted. */
export function SubmitDialog({ period, dueText, readings, submission }: SubmitDialogProps) {
  const t = useTranslations("entry.confirm");
  const submitText = useTranslations("entry")("submit");
  const { missing, unexplained } = readings;
  return (
    <Dialog
      open={submission.isAsking}
      onOpenChange={(open) => !open && submission.cancel()}
      title={t("title", { period })}
      description={t("text")}
      closeLabel={t("back")}
      actions={
        <Button variant="primary" onClick={() => void submission.send()}>
          {submitText}
        </Button>
      }
    >
      <div className="grid gap-3">
        {missing.length === 0 && <p>{t("complete")}</p>}
        <NameList title={t("missing", { count: missing.length })} rows={missing} />
        <NameList title={t("unexplained", { count: unexplained.length })} rows={unexplained} />
        {dueText !== null && <p>{t("late", { date: dueText })}</p>}
      </div>
    </Dialog>
  );
}

function NameList({ title, rows }: { readonly title: string; readonly rows: readonly ReportMeasure[] }) {
  if (rows.length === 0) return null;
  return (
    <div>
      <p className="font-semibold">{title}</p>
      <ul className="list-disc pl-5">
        {rows.map(({ measure, name }) => (
          <li key={measure.id}>{name}</li>
        ))}
      </ul>
    </div>
  );
}
