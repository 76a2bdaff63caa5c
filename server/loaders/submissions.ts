// One unit's report of one period, to be filled in or to be read.
import "server-only";
import { notFound } from "next/navigation";
import { listAccounts } from "@/db/queries/accounts";
import { findPeriodByKey } from "@/db/queries/periods";
import { listRevisions } from "@/db/queries/submissions";
import { listTerms } from "@/db/queries/terms";
import { listUnits } from "@/db/queries/units";
import type { ReadDb } from "@/db/store";
import { DomainError } from "@/domain/errors";
import { may, permit, type Authorized, type Permission } from "@/domain/permissions";
import { isEditable } from "@/domain/submissions";
import { EMPTY_FIGURE } from "@/domain/typed-figures";
import { readReportContext, type ReportContext } from "../report-context";
import { getStore } from "../store";
import { readTyped } from "../typed-texts";
import { readCurrentRevision } from "../workflows/drafts";
import { seesDrafts, visibleTerms } from "./asked-view";
import { readReportEvidence } from "./evidence-files";
import type { Wording } from "./figure-texts";
import { loadWording } from "./load-wording";
import { buildReportHead, standingOf } from "./report-heads";
import { buildReportMeasures, readPast } from "./report-measures";
import { buildReportView } from "./report-readings";
import type { EntryView, ReportView, StoredReport } from "./report-views";

/** The address of a report: a unit's code, a period's key, and the term where the key alone is not enough. */
export interface ReportAddress {
  readonly unitCode: string;
  readonly periodKey: string;
  readonly termCode: string | undefined;
}

/** A report as this person meets it: to be filled in, or to be read. */
export type ReportPageView =
  | { readonly type: "entry"; readonly view: EntryView }
  | { readonly type: "report"; readonly view: ReportView; readonly notOpen: boolean };

/** The report at an address; a unit whose reports this person may not see is not there at all. */
export async function loadReport(
  actor: Authorized<"submissions.view">,
  address: ReportAddress,
): Promise<ReportPageView> {
  const wording = await loadWording();
  return (await getStore()).read(async (db) => {
    const found = await findReport(db, actor, address);
    if (!found) notFound();
    const context = await readReportContext(db, found, actor.on);
    const begun = context.period.startsOn <= actor.on && context.measures.length > 0;
    const isOpen = begun && context.term.state === "running";
    if (isOpen && mayOf(actor, "figures.enter", context) && isEditable(context.submission, context.locked)) {
      return { type: "entry", view: await buildEntryView(db, actor, context, wording) };
    }
    const view = await buildReportView(db, actor, context, wording);
    return { type: "report", view, notOpen: context.period.startsOn > actor.on };
  });
}

async function findReport(db: ReadDb, actor: Authorized<"submissions.view">, address: ReportAddress) {
  const unit = (await listUnits(db)).find(({ code }) => code === address.unitCode);
  if (!unit || !may(actor, "submissions.view", unit.id, actor.on)) return null;
  const terms = visibleTerms(await listTerms(db), seesDrafts(actor, actor.on)).toReversed();
  const candidates = address.termCode === undefined ? terms : terms.filter(({ code }) => code === address.termCode);
  for (const term of candidates) {
    const period = await findPeriodByKey(db, term.id, address.periodKey);
    if (period) return { unitId: unit.id, periodId: period.id };
  }
  return null;
}

function mayOf(actor: Authorized<Permission>, permission: Permission, { unit }: ReportContext): boolean {
  return may(actor, permission, unit.id, actor.on);
}

async function buildEntryView(
  db: ReadDb,
  actor: Authorized<Permission>,
  context: ReportContext,
  wording: Wording,
): Promise<EntryView> {
  const { submission } = context;
  const revision = submission && (await readCurrentRevision(db, submission));
  const typed = await readTyped(db, revision);
  const rows = await buildReportMeasures(db, context, await readPast(db, context), wording);
  const evidenceOf = await readReportEvidence(db, actor, context);
  return {
    ...buildReportHead(context, actor.on, wording),
    accountId: actor.accountId ?? "",
    measures: rows.map((row) => ({
      ...{ ...row, evidence: evidenceOf(row.measure.id) },
      typed: typed.get(row.measure.id) ?? EMPTY_FIGURE,
    })),
    savedAt: revision && revision.sealedAt === null ? revision.createdAt : null,
    correctionReason: submission?.acceptedRevisionId ? (revision?.reason ?? null) : null,
    withdrawnAt: revision?.decision === "withdrawn" ? revision.decidedAt : null,
  };
}

/**
 * What is stored of a report now, for comparison with a form that somebody overtook. For those alone who enter it;
 * `forbidden` otherwise, `not_found` in a term that is not in force yet.
 */
export async function loadStoredReport(
  db: ReadDb,
  actor: Authorized<"drafts.view">,
  where: { readonly unitId: string; readonly periodId: string },
): Promise<StoredReport> {
  const context = await readReportContext(db, where, actor.on);
  if (visibleTerms([context.term], seesDrafts(actor, actor.on)).length === 0) throw new DomainError("not_found");
  permit(actor, context.submission ?? { unitId: context.unit.id });
  const { submission } = context;
  const [newest] = submission ? await listRevisions(db, submission.id) : [];
  const typed = await readTyped(db, newest ?? null);
  const savedBy = (await listAccounts(db)).find(({ id }) => id === newest?.createdBy)?.displayName ?? null;
  return {
    version: submission?.version ?? 0,
    standing: standingOf(submission),
    editable: isEditable(submission, context.locked),
    figures: Object.fromEntries(context.measures.map(({ id }) => [id, typed.get(id) ?? EMPTY_FIGURE])),
    savedBy,
    savedAt: newest?.createdAt ?? null,
  };
}
