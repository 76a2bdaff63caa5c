"use client"; // a question before a report with open points is sent

import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { useWarningText } from "@/components/submissions/warning-text";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import type { Readings, WarnedRow } from "./use-readings";
import type { Submission } from "./use-submission";

interface SubmitDialogProps {
  readonly period: string;
  /** The due date where it has passed. */
  readonly dueText: string | null;
  readonly readings: Readings;
  readonly submission: Submission;
}

/** Says what is missing or worth a look before a report is submitted; one in order is submitted without it. */
export function SubmitDialog({ period, dueText, readings, submission }: SubmitDialogProps) {
  const t = useTranslations("entry.confirm");
  const submitText = useTranslations("entry")("submit");
  const { missing, warned } = readings;
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
        {missing.length > 0 && (
          <PointList title={t("missing", { count: missing.length })}>
            {missing.map(({ measure, name }) => (
              <li key={measure.id}>{name}</li>
            ))}
          </PointList>
        )}
        {warned.length > 0 && (
          <PointList title={t("warned", { count: warned.length })}>
            {warned.map((point) => (
              <WarnedPoint key={point.row.measure.id} point={point} />
            ))}
          </PointList>
        )}
        {dueText !== null && <p>{t("late", { date: dueText })}</p>}
      </div>
    </Dialog>
  );
}

function PointList({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <div>
      <p className="font-semibold">{title}</p>
      <ul className="list-disc pl-5">{children}</ul>
    </div>
  );
}

function WarnedPoint({ point: { row, warnings, hasNote } }: { readonly point: WarnedRow }) {
  const t = useTranslations("entry.confirm");
  const warningText = useWarningText();
  const text = warnings.map((warning) => warningText(warning, row)).join(" ");
  return (
    <li>
      {t("item", { measure: row.name, text })} {hasNote && <span className="text-quiet">{t("noted")}</span>}
    </li>
  );
}
