// What a person has to do today, by the roles of today: reports to enter, to decide about, and units to ask.
import "server-only";
import { findRevision, type SubmissionRow } from "@/db/queries/submissions";
import { listUnits } from "@/db/queries/units";
import type { ReadDb } from "@/db/store";
import type { CalendarDate } from "@/domain/dates";
import { authorize, may, mayEverywhere, type Authorized } from "@/domain/permissions";
import { daysWaiting, waitsTooLong } from "@/domain/reminders";
import { unitVersionAt } from "@/domain/units";
import { listStoredPeriods } from "@/db/queries/periods";
import { dayInVietnam } from "../clock";
import { getStore } from "../store";
import { readEntryList } from "./entry-list";
import { readWaitingExplanations, type WaitingExplanations } from "./waiting-explanations";
import type { Wording } from "./figure-texts";
import { readLateUnits, type LateUnit } from "./late-units";
import { loadWording } from "./load-wording";
import { periodTitle } from "./period-texts";
import type { EntryListView } from "./report-views";
import { listWaiting } from "./reviews";

/** A report that waits for the office's decision. */
export interface WaitingReport {
  readonly submissionId: string;
  readonly version: number;
  readonly unitName: string;
  /** In the sentence: `tháng 6 năm 2023`. */
  readonly period: string;
  /** Since it was sent. */
  readonly days: number;
  readonly tooLong: boolean;
  readonly isCorrection: boolean;
}

/** Each part is null where the person's roles do not ask for it. */
export interface MyWorkView {
  readonly today: CalendarDate;
  readonly own: EntryListView | null;
  /** The office's queue, the longest waiting first. */
  readonly waiting: readonly WaitingReport[] | null;
  /** For the office and the leadership. */
  readonly lateUnits: readonly LateUnit[] | null;
  readonly explanations: WaitingExplanations;
}

/** What the person who asks has to do today. */
export async function loadMyWork(actor: Authorized<"work.view">): Promise<MyWorkView> {
  const wording = await loadWording();
  return (await getStore()).read((db) => readMyWork(db, actor, wording));
}

/** The same from a consistent snapshot, without a request. */
export async function readMyWork(db: ReadDb, actor: Authorized<"work.view">, wording: Wording): Promise<MyWorkView> {
  const today = actor.on;
  const accepts = mayEverywhere(actor, "submissions.accept", today);
  const watches = accepts || mayEverywhere(actor, "explanations.ask", today);
  const enters = may(actor, "figures.enter", null, today);
  return {
    today,
    own: enters ? await readEntryList(db, authorize(actor, "figures.enter", today), wording) : null,
    waiting: accepts ? await readWaiting(db, today, wording) : null,
    lateUnits: watches ? await readLateUnits(db, today, wording) : null,
    explanations: await readWaitingExplanations(db, actor, wording),
  };
}

/** The office's queue as of a day, the longest waiting first. */
export async function readWaiting(
  db: ReadDb,
  today: CalendarDate,
  wording: Wording,
): Promise<readonly WaitingReport[]> {
  const units = new Map((await listUnits(db)).map((unit) => [unit.id, unit]));
  const waiting = await listWaiting(db);
  const periods = new Map<string, string>();
  for (const termId of new Set(waiting.map((row) => row.termId))) {
    for (const period of await listStoredPeriods(db, termId)) periods.set(period.id, periodTitle(period, wording));
  }
  const reports: WaitingReport[] = [];
  for (const row of waiting) {
    const unit = units.get(row.unitId);
    const sentOn = await readSentOn(db, row);
    reports.push({
      submissionId: row.id,
      version: row.version,
      unitName: unit ? unitVersionAt(unit, row.endsOn).name : "",
      period: periods.get(row.periodId) ?? "",
      days: daysWaiting(sentOn, today),
      tooLong: waitsTooLong(sentOn, today),
      isCorrection: row.acceptedRevisionId !== null,
    });
  }
  return reports.sort((a, b) => b.days - a.days);
}

/** When the office got it: of a correction not the day on which the report came first, by which it is in time or late. */
async function readSentOn(db: ReadDb, row: SubmissionRow): Promise<CalendarDate | null> {
  if (row.acceptedRevisionId === null || row.currentRevisionId === null) return row.submittedOn;
  const sealedAt = (await findRevision(db, row.currentRevisionId))?.sealedAt ?? null;
  return sealedAt === null ? row.submittedOn : dayInVietnam(new Date(sealedAt));
}
