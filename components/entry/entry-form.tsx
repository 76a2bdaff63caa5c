"use client"; // the form computes, advises and saves while it is filled in

import { useTranslations } from "next-intl";
import { useRouter } from "next/navigation";
import { useRef, useState, type FormEvent, type KeyboardEvent } from "react";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { PastFigures } from "@/components/submissions/past-figures";
import { submitReportFormAction } from "@/server/actions/submissions";
import type { ErrorCode } from "@/domain/errors";
import type { EntryView, ReportMeasure } from "@/server/loaders/report-views";
import { ConflictPanel } from "./conflict-panel";
import { DraftNotice, DraftState } from "./draft-state";
import { ErrorSummary } from "./error-summary";
import { moveBetweenFields, useFirstField } from "./field-moves";
import { FigureRow } from "./figure-row";
import { PlainHttpNote } from "./line-note";
import { RepeatAll, RepeatState } from "./repeat-buttons";
import type { DraftStatus } from "./report-sender";
import { SubmitDialog } from "./submit-dialog";
import { useTimeText } from "@/components/ui/use-instant-text";
import { useConflict } from "./use-conflict";
import { useReportForm } from "./use-report-form";
import { useReadings } from "./use-readings";
import { useRepeat } from "./use-repeat";
import { useSubmission } from "./use-submission";

interface EntryFormProps {
  readonly view: EntryView;
  /** Where to come back to after signing in again. */
  readonly address: string;
  /** The due date where it has passed. */
  readonly dueText: string | null;
  /** Why a form that was sent without scripts was not submitted. */
  readonly problem: ErrorCode | null;
}

/**
 * A report as a page to be filled in from top to bottom. The fields are the browser's own and keep their texts; this
 * component reads along. Without scripts the form is sent as it is and answered by the server alone.
 */
export function EntryForm({ view, address, dueText, problem }: EntryFormProps) {
  const t = useTranslations("entry");
  const router = useRouter();
  const form = useRef<HTMLFormElement>(null);
  const report = useReportForm(view, address, form);
  const readings = useReadings(view, report.figures, problem !== null);
  const conflict = useConflict(view, report);
  const repetition = useRepeat(view, report);
  const submission = useSubmission(report, readings, problem);
  const isHeld = isHeldBack(report.status);
  const [isDraftSaved, setDraftSaved] = useState(false);
  useFirstField(form, view.officeNote === null && problem === null); // what has to be read first is not passed over

  const saveDraft = async () => {
    const status = await report.sender.current?.flush();
    setDraftSaved(status?.type === "saved" || status?.type === "clean");
  };
  const onInput = () => {
    setDraftSaved(false);
    repetition.settle();
    report.read();
  };
  const swap = ({ measure: { id } }: ReportMeasure) => {
    const typed = report.figures[id];
    if (typed) report.fill({ ...report.figures, [id]: { ...typed, n: typed.d, d: typed.n } });
  };
  const onKeyDown = (event: KeyboardEvent<HTMLFormElement>) => {
    const row = isRepeatKey(event) ? rowAround(event.target, view) : undefined;
    if (!row) return moveBetweenFields(event);
    event.preventDefault(); // the browser would keep the page as a bookmark
    if (row.previousTyped) repetition.repeat(row);
  };
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    void submission.ask();
  };

  return (
    <form
      ref={form}
      action={submitReportFormAction}
      onSubmit={onSubmit}
      onInput={onInput}
      onBlur={(event) => readings.touch(event.target)}
      onKeyDown={onKeyDown}
      noValidate
      autoComplete="off"
    >
      <ReportFields view={view} address={address} />
      <div className="mt-1 flex min-h-10 flex-wrap items-center justify-between gap-x-6 text-small">
        <p>
          <DraftState status={report.status} savedAt={view.savedAt} />
          <span className="screen-only block text-quiet">
            <PlainHttpNote />
          </span>
        </p>
        {!isHeld && <RepeatAll frequency={view.period.frequency} repetition={repetition} />}
      </div>
      <noscript>
        <Notice>{t("noScript")}</Notice>
      </noscript>
      <div className="grid gap-2">
        {submission.failure === null && (
          <DraftNotice report={report} signInAddress={`/sign-in?next=${encodeURIComponent(address)}`} />
        )}
        {report.restored !== null && <RestoredNotice at={report.restored} />}
      </div>
      {conflict.found && (
        <ConflictPanel
          key={conflict.found.stored.version}
          view={view}
          conflict={conflict.found}
          onResolve={conflict.resolve}
          onReload={() => router.refresh()}
        />
      )}
      {submission.isRefused && (readings.all.length > 0 || submission.failure !== null) && (
        <ErrorSummary problems={readings.all} general={submission.failure} attempt={submission.attempt} />
      )}
      <RepeatState repetition={repetition} />
      <div
        inert={isHeld || submission.isSending}
        className="mt-3 border-b border-strong inert:[&_input]:bg-note inert:[&_textarea]:bg-note"
      >
        {view.measures.map((row) => (
          <FigureRow
            key={row.measure.id}
            row={row}
            read={readings.of(row)}
            past={<PastFigures row={row} />}
            onRepeat={repetition.repeat}
            onSwap={swap}
          />
        ))}
      </div>
      <div hidden={isHeld} className="flex flex-wrap items-center gap-3 py-4">
        <p className="min-w-60 flex-1 text-small text-quiet">
          {t("progress", { valid: readings.filled, total: view.measures.length })} {t("privacy")}
        </p>
        {isDraftSaved && <p role="status">{t("draft.saved")}</p>}
        <Button onClick={() => void saveDraft()}>{t("save")}</Button>
        <Button type="submit" variant="primary" pending={submission.isSending} pendingLabel={t("submitting")}>
          {t("submit")}
        </Button>
      </div>
      <SubmitDialog period={view.period.title} dueText={dueText} readings={readings} submission={submission} />
    </form>
  );
}

/** A report that was submitted and waits for the line, or that somebody else overtook, is not typed in meanwhile. */
function isHeldBack(status: DraftStatus): boolean {
  if (status.type === "refused") return status.submitting || status.failure.code === "stale_version";
  return status.type === "unsent" || status.type === "submitted";
}

/** What the server needs to know of the form besides its texts, when it is sent without scripts. */
function ReportFields({ view, address }: Pick<EntryFormProps, "view" | "address">) {
  return (
    <>
      <input type="hidden" name="unitId" value={view.unit.id} />
      <input type="hidden" name="periodId" value={view.period.id} />
      <input type="hidden" name="version" value={view.version} />
      <input type="hidden" name="address" value={address} />
      <input type="hidden" name="measureIds" value={view.measures.map(({ measure }) => measure.id).join(" ")} />
    </>
  );
}

function RestoredNotice({ at }: { readonly at: string }) {
  const t = useTranslations("entry.draft");
  const timeText = useTimeText();
  return <Notice live title={t("restored", { time: timeText(at) })} />;
}

/** As a spreadsheet fills a cell from the one above it. */
function isRepeatKey({ key, ctrlKey, shiftKey, altKey }: KeyboardEvent): boolean {
  return ctrlKey && !shiftKey && !altKey && key.toLowerCase() === "d";
}

function rowAround(target: EventTarget, view: EntryView): ReportMeasure | undefined {
  const group = target instanceof HTMLElement ? target.closest<HTMLElement>("[data-measure]") : null;
  return view.measures.find(({ measure }) => measure.id === group?.dataset.measure);
}
