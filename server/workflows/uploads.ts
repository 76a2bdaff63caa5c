// Files of figures that people fill in elsewhere: looked at first, then taken into the reports as one deed or not at all.
import { createHash } from "node:crypto";
import type { Store } from "@/db/store";
import { DomainError } from "@/domain/errors";
import type { ApplyUpload } from "@/domain/inputs/uploads";
import type { Authorized } from "@/domain/permissions";
import { unitVersionAt } from "@/domain/units";
import { createTranslate, type Locale } from "@/messages/translate";
import type { Wording } from "../loaders/figure-texts";
import { periodText } from "../loaders/period-texts";
import { allColumnNames } from "../uploads/file-words";
import { readKnown } from "../uploads/known-reports";
import { markFile, type MarkedUpload } from "../uploads/mark-file";
import { planUpload, type PlannedReport, type UploadPlan } from "../uploads/plan-upload";
import { readUpload, type ReadUpload } from "../uploads/read-upload";
import { tellProblem, tellRow } from "../uploads/tell-upload";
import type { TakenUpload, ToldRow, UploadPreview } from "../loaders/upload-views";
import { isComplete, saveReports, textsOf, type BatchedReport } from "./figure-batches";
import { once } from "./requests";

/** So many rows of each kind travel to the page; all are checked. */
const TOLD_ROWS = 200;
const TOLD_REPORTS = 20;

function wordingOf(locale: Locale): Wording {
  return { locale, t: createTranslate(locale) };
}

function hashOf(content: Uint8Array | string): string {
  return createHash("sha256").update(content).digest("hex");
}

/** Tells what taking in a file would do, row by row. Changes nothing. Refuses a file as `readUpload` does. */
export async function previewUpload(
  store: Store,
  actor: Authorized<"figures.enter">,
  file: Uint8Array,
  locale: Locale,
): Promise<UploadPreview> {
  const upload = await readUpload(file, allColumnNames());
  const known = await store.read((db) => readKnown(db, actor, upload.rows));
  const plan = planUpload(upload.rows, known);
  const count = (outcome: string) => plan.rows.filter((row) => row.outcome === outcome).length;
  return {
    hash: hashOf(file),
    basis: basisOf(plan.reports),
    counts: { new: count("new"), changed: count("changed"), same: count("same"), refused: count("refused") },
    complete: plan.reports.filter((report) => isComplete(report.context, textsOf(report, known.forms))).length,
    rows: tellRows(plan, wordingOf(locale)),
    remarks: remarksOf(upload, wordingOf(locale)),
  };
}

function tellRows({ rows }: UploadPlan, wording: Wording): readonly ToldRow[] {
  const some = (isWanted: (outcome: string) => boolean) =>
    rows.filter(({ outcome }) => isWanted(outcome)).slice(0, TOLD_ROWS);
  const chosen = [
    ...some((outcome) => outcome === "refused"),
    ...some((outcome) => outcome === "new" || outcome === "changed"),
  ];
  return chosen.flatMap((row) => tellRow(row, wording) ?? []);
}

function remarksOf({ rows, remarks }: ReadUpload, { t }: Wording): readonly string[] {
  const calculated = rows.filter(({ isCalculated }) => isCalculated).length;
  return [
    ...remarks.map((remark) => t(`entryFiles.remark.${remark}`)),
    ...(calculated > 0 ? [t("entryFiles.remark.calculated", { count: calculated })] : []),
  ];
}

/**
 * The file with its refused rows marked: cells filled and reasons at the row's end; in a table the reasons alone. Refuses
 * a file as `readUpload` does.
 */
export async function markUpload(
  store: Store,
  actor: Authorized<"figures.enter">,
  file: Uint8Array,
  locale: Locale,
): Promise<MarkedUpload> {
  const upload = await readUpload(file, allColumnNames());
  const known = await store.read((db) => readKnown(db, actor, upload.rows));
  const refused = planUpload(upload.rows, known).rows.filter(({ outcome }) => outcome === "refused");
  const wording = wordingOf(locale);
  const marks = refused.map((row) => ({
    row: row.row,
    reasons: row.problems.map((found) => tellProblem(found, row, wording)),
  }));
  const fileName = `${wording.t("entryFiles.fileName")}-${wording.t("entryFiles.markedName")}.${upload.kind}`;
  const heading = wording.t("entryFiles.book.marked");
  return { kind: upload.kind, fileName, bytes: markFile(file, upload, marks, heading) };
}

/** The versions of the reports that a plan touches, as one text to compare. */
function basisOf(reports: readonly PlannedReport[]): string {
  const versions = reports.map(({ context: { unit, period, submission } }) =>
    [unit.id, period.id, submission?.version ?? 0].join(" "),
  );
  return hashOf(versions.sort().join("\n"));
}

/**
 * Takes in the file that was previewed, in one transaction: every touched report becomes or stays a draft, complete ones
 * are submitted where that is asked. Refuses another file (`file_changed`), reports that somebody changed since
 * (`stale_version`), and a file with refused rows that nobody agreed to leave out (`rows_refused`). Asked again, it
 * answers the same and does nothing.
 */
export async function applyUpload(
  store: Store,
  actor: Authorized<"figures.enter">,
  file: Uint8Array,
  input: ApplyUpload & { readonly locale: Locale },
  now: string,
): Promise<TakenUpload> {
  if (hashOf(file) !== input.hash) throw new DomainError("file_changed");
  const { rows } = await readUpload(file, allColumnNames());
  return store.transact((tx) =>
    once(tx, actor, { id: input.requestId, action: "upload.apply", at: now }, async () => {
      const known = await readKnown(tx, actor, rows);
      const plan = planUpload(rows, known);
      if (!input.skipRefused && plan.rows.some(({ outcome }) => outcome === "refused")) {
        throw new DomainError("rows_refused");
      }
      if (basisOf(plan.reports) !== input.basis) throw new DomainError("stale_version");
      const { reports } = plan;
      const batch = { forms: known.forms, submitComplete: input.submitComplete, now };
      return tellTaken(reports, await saveReports(tx, actor, reports, batch), wordingOf(input.locale));
    }),
  );
}

function tellTaken(reports: readonly PlannedReport[], saved: readonly BatchedReport[], wording: Wording): TakenUpload {
  const submitted = saved.filter(({ state }) => state === "submitted").length;
  return {
    figures: reports.reduce((sum, { figures }) => sum + figures.size, 0),
    ...{ submitted, drafts: saved.length - submitted },
    reports: reports.slice(0, TOLD_REPORTS).map(({ context: { unit, period, term } }, place) => ({
      ...{ unit: unitVersionAt(unit, period.endsOn).name, period: periodText(period, wording) },
      state: saved[place]?.state ?? "draft",
      address: { unitCode: unit.code, periodKey: period.key, termCode: term.code },
    })),
  };
}
