"use client"; // saving is a conversation: send, be answered, look again at what somebody else changed

import { useState } from "react";
import { newRequestId } from "@/components/entry/request-id";
import type { Failure } from "@/domain/errors";
import type { FigureBatch } from "@/domain/inputs/figure-batches";
import type { GridView } from "@/server/loaders/entry-grid-views";
import { sendBatch } from "./batch-client";
import { isUnsavedLine, type GridLine } from "./grid-lines";
import { lookAgain, newsOfSaved } from "./grid-news";
import type { GridSheet } from "./use-grid-sheet";

export type SavingStatus =
  | { readonly type: "idle" | "saving" | "unanswered" }
  | { readonly type: "saved"; readonly drafts: number; readonly submitted: number }
  | { readonly type: "refused"; readonly failure: Failure }
  /** Nothing was saved: reports were changed or closed by somebody else, and the grid has learned how they stand. */
  | { readonly type: "overtaken"; readonly count: number };

/** A request that was not answered is sent again as the same one, unless something else was typed meanwhile. */
interface Unanswered {
  readonly requestId: string;
  readonly content: string;
}

/** Saves the changed reports, and with `submitComplete` submits those that are complete. */
export function useGridSaving(view: GridView, sheet: GridSheet) {
  const [status, setStatus] = useState<SavingStatus>({ type: "idle" });
  const [unanswered, setUnanswered] = useState<Unanswered | null>(null);

  const save = async (submitComplete: boolean) => {
    const sent = sheet.lines.filter((line) => isSent(line, submitComplete));
    if (sent.length === 0) return;
    const content = { accountId: view.accountId, submitComplete, reports: sent.map(reportOf) };
    const asText = JSON.stringify(content);
    const requestId = unanswered?.content === asText ? unanswered.requestId : newRequestId();
    setStatus({ type: "saving" });
    const answer = await sendBatch({ requestId, ...content }).catch(() => null);
    setUnanswered(answer === null ? { requestId, content: asText } : null);
    if (answer === null) return setStatus({ type: "unanswered" });
    if (answer.ok) {
      sheet.learn(newsOfSaved(sent, answer.data));
      const submitted = answer.data.filter(({ state }) => state === "submitted").length;
      return setStatus({ type: "saved", submitted, drafts: answer.data.length - submitted });
    }
    const refused = sent.filter((_line, index) => answer.fieldErrors[`reports.${index}`]);
    if (refused.length === 0) return setStatus({ type: "refused", failure: answer });
    const reasons = new Map(sent.map((line, index) => [line.index, answer.fieldErrors[`reports.${index}`]]));
    sheet.learn(await lookAgain(view, refused, reasons));
    setStatus({ type: "overtaken", count: refused.length });
  };

  return { status, save };
}

/** Changed ones; where complete reports are to be submitted, drafts that were complete before as well. */
function isSent(line: GridLine, submitComplete: boolean): boolean {
  return isUnsavedLine(line) || (submitComplete && line.report.closure === null && isReadyLine(line));
}

/** Whether a report could be submitted: every figure is entered, readable, and explained where it has to be. */
export function isReadyLine({ figures }: GridLine): boolean {
  return [...figures.values()].every(
    ({ reading, noteReason }) => reading.value !== null && reading.problems.length === 0 && noteReason === null,
  );
}

function reportOf({ report, changed }: GridLine): FigureBatch["reports"][number] {
  return { unitId: report.unitId, periodId: report.periodId, version: report.version, figures: changed };
}
