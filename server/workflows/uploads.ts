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
import { readKnown, readNamedUnits } from "../uploads/known-reports";
import { markFile, type Mark, type MarkedUpload } from "../uploads/mark-file";
import { beginPlan, type PlannedReport } from "../uploads/plan-upload";
import { openUpload, type ReadFacts } from "../uploads/read-upload";
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

/** Tells what taking in a file would do, row by row. Changes nothing. Refuses a file as `openUpload` does. */
export async function previewUpload(
  store: Store,
  actor: Authorized<"figures.enter">,
  file: Uint8Array,
  locale: Locale,
): Promise<UploadPreview> {
  const wording = wordingOf(locale);
  const upload = await openUpload(file, allColumnNames());
  const named = await readNamedUnits(upload);
  const known = await store.read((db) => readKnown(db, actor, named));
  const { plan, reports: planned } = beginPlan(known);
  const counts = { new: 0, changed: 0, same: 0, refused: 0 };
  const told: { readonly refused: ToldRow[]; readonly taken: ToldRow[] } = { refused: [], taken: [] };
  const facts = await upload.readRows((row) => {
    const found = plan(row);
    counts[found.outcome] += 1;
    const list = found.outcome === "refused" ? told.refused : told.taken;
    const shown = list.length < TOLD_ROWS ? tellRow(found, wording) : null;
    if (shown) list.push(shown);
  });
  const reports = planned();
  return {
    ...{ hash: hashOf(file), basis: basisOf(reports), counts },
    complete: reports.filter((report) => isComplete(report.context, textsOf(report, known.forms))).length,
    rows: [...told.refused, ...told.taken],
    remarks: remarksOf(facts, wording),
  };
}

function remarksOf({ remarks, calculated }: ReadFacts, { t }: Wording): readonly string[] {
  return [
    ...remarks.map((remark) => t(`entryFiles.remark.${remark}`)),
    ...(calculated > 0 ? [t("entryFiles.remark.calculated", { count: calculated })] : []),
  ];
}

/**
 * The file with its refused rows marked: cells filled and reasons at the row's end; in a table the reasons alone. Refuses
 * a file as `openUpload` does.
 */
export async function markUpload(
  store: Store,
  actor: Authorized<"figures.enter">,
  file: Uint8Array,
  locale: Locale,
): Promise<MarkedUpload> {
  const wording = wordingOf(locale);
  const upload = await openUpload(file, allColumnNames());
  const named = await readNamedUnits(upload);
  const { plan } = beginPlan(await store.read((db) => readKnown(db, actor, named)));
  const marks: Mark[] = [];
  await upload.readRows((row) => {
    const found = plan(row);
    if (found.outcome !== "refused") return;
    marks.push({ place: row.place, reasons: found.problems.map((problem) => tellProblem(problem, found, wording)) });
  });
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
  const upload = await openUpload(file, allColumnNames());
  const named = await readNamedUnits(upload);
  return store.transact((tx) =>
    once(tx, actor, { id: input.requestId, action: "upload.apply", at: now }, async () => {
      const known = await readKnown(tx, actor, named);
      const { plan, reports: planned } = beginPlan(known);
      await upload.readRows((row) => {
        if (plan(row).outcome === "refused" && !input.skipRefused) throw new DomainError("rows_refused");
      });
      const reports = planned();
      if (basisOf(reports) !== input.basis) throw new DomainError("stale_version");
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
