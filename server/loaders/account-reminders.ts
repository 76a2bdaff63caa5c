// What an account is reminded of by mail on a day, each with a key by which the same turn is never sent twice.
import { readReportingSettings } from "@/db/queries/reporting-settings";
import { listTerms } from "@/db/queries/terms";
import { listUnits } from "@/db/queries/units";
import type { ReadDb } from "@/db/store";
import { daysBetween, type CalendarDate } from "@/domain/dates";
import { authorize, may, mayEverywhere } from "@/domain/permissions";
import { decideDueTurn } from "@/domain/reminders";
import type { Actor } from "@/domain/roles";
import { unitVersionAt } from "@/domain/units";
import { dateText } from "@/reports/build/labels";
import type { ExplanationItem } from "./explanation-views";
import type { Wording } from "./figure-texts";
import { readLateUnits } from "./late-units";
import { readWaiting } from "./my-work";
import { periodTitle } from "./period-texts";
import { stageReports, type StagedReport } from "./staged-reports";
import { readWaitingExplanations } from "./waiting-explanations";

/** One line of a mail. */
export interface Reminder {
  readonly key: string;
  readonly text: string;
}

/** Everything that an account is reminded of on a day, the most pressing first; empty when there is nothing. */
export async function readReminders(
  db: ReadDb,
  actor: Actor,
  today: CalendarDate,
  wording: Wording,
): Promise<readonly Reminder[]> {
  const accepts = mayEverywhere(actor, "submissions.accept", today);
  const asks = mayEverywhere(actor, "explanations.ask", today);
  return [
    ...(await dueReminders(db, actor, today, wording)),
    ...(await questionReminders(db, actor, today, wording)),
    ...(accepts ? await waitingReminders(db, today, wording) : []),
    ...(asks ? await lateReminders(db, today, wording) : []),
  ];
}

async function dueReminders(db: ReadDb, actor: Actor, today: CalendarDate, wording: Wording): Promise<Reminder[]> {
  const units = (await listUnits(db)).filter(({ id }) => may(actor, "figures.enter", id, today));
  if (units.length === 0) return [];
  const { remindDaysBefore } = await readReportingSettings(db);
  const reports: StagedReport[] = [];
  for (const term of (await listTerms(db)).filter(({ state }) => state === "running")) {
    reports.push(...(await stageReports(db, { term, units, asOf: today })));
  }
  return reports.flatMap((report) => dueReminder(report, today, remindDaysBefore, wording));
}

function dueReminder(
  { submission, period, unit, dueOn, stage, locked }: StagedReport,
  today: CalendarDate,
  daysBefore: number,
  wording: Wording,
): Reminder[] {
  const { t } = wording;
  const values = { unit: unitVersionAt(unit, period.endsOn).name, period: periodTitle(period, wording) };
  if (stage === "returned" && submission) {
    const key = `returned ${submission.id} ${submission.version}`;
    return [{ key, text: t("reminders.returned", { ...values, note: submission.note ?? "" }) }];
  }
  const isOwed = !locked && (stage === "due" || stage === "overdue" || stage === "not_due");
  const turn = isOwed ? decideDueTurn(dueOn, today, daysBefore) : null;
  if (turn === null) return [];
  const text = t(`reminders.${turn}`, { ...values, dueOn: dateText(wording, dueOn) });
  return [{ key: `due ${unit.id} ${period.id} ${today}`, text }];
}

/** Questions that a unit has to answer: once when they are asked, and by the day by which an answer is asked for. */
async function questionReminders(db: ReadDb, actor: Actor, today: CalendarDate, wording: Wording): Promise<Reminder[]> {
  if (!may(actor, "explanations.answer", null, today)) return [];
  const { remindDaysBefore } = await readReportingSettings(db);
  const { toAnswer } = await readWaitingExplanations(db, authorize(actor, "explanations.answer", today), wording);
  return (toAnswer ?? []).flatMap((item) => questionReminder(item, today, remindDaysBefore, wording));
}

function questionReminder(
  { termCode, code, title, unitName: unit, askedOn, answerBy, overdue }: ExplanationItem,
  today: CalendarDate,
  daysBefore: number,
  wording: Wording,
): Reminder[] {
  const day =
    answerBy === null ? { hasDay: "no", answerBy: "" } : { hasDay: "yes", answerBy: dateText(wording, answerBy) };
  const text = wording.t(overdue ? "reminders.questionOverdue" : "reminders.question", { unit, title, ...day });
  const key = `question ${termCode} ${code}`;
  const isTold = askedOn !== null && daysBetween(askedOn, today) > 1; // the round after the question told of it
  const turn = isTold && answerBy !== null ? decideDueTurn(answerBy, today, daysBefore) : null;
  return [{ key: turn === null ? `${key} ${askedOn ?? ""}` : `${key} ${today}`, text }];
}

async function waitingReminders(db: ReadDb, today: CalendarDate, wording: Wording): Promise<Reminder[]> {
  return (await readWaiting(db, today, wording))
    .filter(({ tooLong }) => tooLong)
    .map(({ submissionId, version, unitName: unit, period, days }) => ({
      key: `waiting ${submissionId} ${version}`,
      text: wording.t("reminders.waiting", { unit, period, days }),
    }));
}

async function lateReminders(db: ReadDb, today: CalendarDate, wording: Wording): Promise<Reminder[]> {
  return (await readLateUnits(db, today, wording))
    .filter(({ lateTwice }) => lateTwice)
    .map(({ unitId, unitName: unit, lastDueOn }) => ({
      key: `late ${unitId} ${lastDueOn ?? ""}`,
      text: wording.t("reminders.lateTwice", { unit }),
    }));
}
