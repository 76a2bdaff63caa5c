// Several reports at once, all of them or none: from the entry grid, or from a file that was filled in.
import type { Db, Store } from "@/db/store";
import { DomainError, type FieldError } from "@/domain/errors";
import type { FigureBatch } from "@/domain/inputs/figure-batches";
import { authorize, type Authorized } from "@/domain/permissions";
import { decideTransition } from "@/domain/submissions";
import type { TypedFigure } from "@/domain/typed-figures";
import { readReportContext, type ReportContext } from "../report-context";
import { readForms, type StoredForms } from "../uploads/stored-forms";
import { readReport } from "./drafts";
import { once } from "./requests";
import { requireEnterable, saveOpened, submitOpened, type ReportAnswer } from "./submissions";

/** A report that may be entered now, and what changes in it: new texts by measure, those of other measures left out. */
export interface ChangedReport {
  readonly context: ReportContext;
  readonly figures: ReadonlyMap<string, TypedFigure>;
}

/** What became of a report of a batch. */
export interface BatchedReport extends ReportAnswer {
  readonly unitId: string;
  readonly periodId: string;
  readonly state: "draft" | "submitted";
}

interface Batch {
  readonly forms: StoredForms;
  /** Reports that are complete are submitted, the others saved as drafts. */
  readonly submitComplete: boolean;
  readonly now: string;
}

/** A report's whole form: what changes, and what stays. */
export function textsOf({ context, figures }: ChangedReport, forms: StoredForms): Record<string, TypedFigure> {
  const kept = context.measures.map(({ id }): [string, TypedFigure] => [id, forms(context, id)]);
  return { ...Object.fromEntries(kept), ...Object.fromEntries(figures) };
}

/** Whether every measure has a figure, and the report could be submitted as it is. */
export function isComplete(context: ReportContext, figures: Record<string, TypedFigure>): boolean {
  try {
    const readings = readReport(context, { figures }, true);
    return [...readings.values()].every(({ value }) => value !== null);
  } catch (error) {
    if (error instanceof DomainError) return false;
    throw error;
  }
}

/** Saves reports that `requireEnterable` let through in this transaction; in their order. */
export async function saveReports(
  tx: Db,
  actor: Authorized<"figures.enter">,
  reports: readonly ChangedReport[],
  batch: Batch,
): Promise<readonly BatchedReport[]> {
  const saved: BatchedReport[] = [];
  for (const report of reports) saved.push(await saveReport(tx, actor, report, batch));
  return saved;
}

async function saveReport(
  tx: Db,
  actor: Authorized<"figures.enter">,
  report: ChangedReport,
  { forms, submitComplete, now }: Batch,
): Promise<BatchedReport> {
  const { context } = report;
  const where = { unitId: context.unit.id, periodId: context.period.id };
  const figures = textsOf(report, forms);
  if (submitComplete && isComplete(context, figures)) {
    const submitter = authorize(actor, "submissions.submit", actor.on);
    return { ...where, ...(await submitOpened(tx, submitter, context, { figures }, now)), state: "submitted" };
  }
  return { ...where, ...(await saveOpened(tx, actor, context, { figures }, now)), state: "draft" };
}

/**
 * Saves what was typed into the entry grid, in one transaction: every touched report becomes or stays a draft, complete
 * ones are submitted where that is asked. Refused as a whole (`invalid_input`) while a report is not to be entered by
 * this person now, or was changed by somebody else since: the fields `reports.<place in the batch>` say which and why.
 * Asked again, it answers the same and does nothing.
 */
export function saveFigureBatch(
  store: Store,
  actor: Authorized<"figures.enter">,
  input: FigureBatch,
  now: string,
): Promise<readonly BatchedReport[]> {
  return store.transact((tx) =>
    once(tx, actor, { id: input.requestId, action: "figures.batch", at: now }, async () => {
      const reports = await openReports(tx, actor, input);
      const forms = await readForms(
        tx,
        reports.map(({ context }) => context),
      );
      return saveReports(tx, actor, reports, { forms, submitComplete: input.submitComplete, now });
    }),
  );
}

async function openReports(tx: Db, actor: Authorized<"figures.enter">, { reports }: FigureBatch) {
  const refused: Record<string, FieldError> = {};
  const opened: ChangedReport[] = [];
  for (const [index, report] of reports.entries()) {
    const context = await readReportContext(tx, report, actor.on);
    const refusal = refusalOf(() => requireOpen(actor, context, report.version));
    if (refusal) refused[`reports.${index}`] = { code: refusal.code, values: refusal.values };
    else opened.push({ context, figures: new Map(Object.entries(report.figures)) });
  }
  if (Object.keys(refused).length > 0) throw new DomainError("invalid_input", {}, refused);
  return opened;
}

/** Another unit's report is refused before it is compared: the answer would tell whether it was touched. */
function requireOpen(actor: Authorized<"figures.enter">, context: ReportContext, version: number): void {
  requireEnterable(actor, context);
  if (version !== (context.submission?.version ?? 0)) throw new DomainError("stale_version");
  decideTransition(context.submission, "save", { locked: context.locked, note: null });
}

function refusalOf(check: () => void): DomainError | null {
  try {
    check();
    return null;
  } catch (error) {
    if (error instanceof DomainError) return error;
    throw error;
  }
}
