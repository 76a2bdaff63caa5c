// Every deed on a report, done to a unit's report of a month by somebody with a role, as the doors do it.
import { findPeriodByKey } from "@/db/queries/periods";
import { findUnitSubmission, type SubmissionRow } from "@/db/queries/submissions";
import { DomainError } from "@/domain/errors";
import type { Permission } from "@/domain/permissions";
import type { SubmissionCommand } from "@/domain/submissions";
import { EMPTY_FIGURE, type TypedFigure } from "@/domain/typed-figures";
import { acceptSubmission, returnSubmission } from "@/server/workflows/reviews";
import { correctSubmission, saveDraft, submitSubmission, withdrawSubmission } from "@/server/workflows/submissions";
import { newRequest, NOW, type ReportingTest } from "./reporting";

type Person = Awaited<ReturnType<ReportingTest["person"]>>;

/** Where a report stands: `none` was never begun; with a plus, beside an accepted revision. */
export type Standing = "none" | "draft" | "submitted" | "returned" | "accepted" | "draft+" | "submitted+" | "returned+";

/** A deed on one report. */
export interface ReportDeed {
  readonly who: Person;
  readonly command: SubmissionCommand;
  readonly unit: string;
  readonly month: string;
  /** Texts of the attendance, 28/28 when left out; one person is admitted. */
  readonly typed?: Partial<TypedFigure>;
}

const PERMISSIONS = {
  save: "figures.enter",
  submit: "submissions.submit",
  withdraw: "submissions.withdraw",
  accept: "submissions.accept",
  return: "submissions.return",
  correct: "submissions.correct",
} as const satisfies Record<SubmissionCommand, Permission>;

export async function reportOf(test: ReportingTest, unit: string, month: string): Promise<SubmissionRow | null> {
  const period = (await findPeriodByKey(test.store.db, test.term.id, month))!;
  return findUnitSubmission(test.store.db, test.unitId(unit), period.id);
}

export async function standingAt(test: ReportingTest, unit: string, month: string): Promise<Standing> {
  const report = await reportOf(test, unit, month);
  if (report === null) return "none";
  const isBeside = report.acceptedRevisionId !== null && report.state !== "accepted";
  return isBeside ? (`${report.state}+` as Standing) : report.state;
}

/** Does a deed through its workflow; answers the code of the refusal, or null when it was done. */
export async function doDeed(test: ReportingTest, deed: ReportDeed): Promise<string | null> {
  try {
    await runDeed(test, deed);
    return null;
  } catch (error) {
    if (error instanceof DomainError) return error.code;
    throw error;
  }
}

async function runDeed(test: ReportingTest, { who, command, unit, month, typed }: ReportDeed): Promise<unknown> {
  const { store, term } = test;
  const periodId = (await findPeriodByKey(store.db, term.id, month))!.id;
  const report = await findUnitSubmission(store.db, test.unitId(unit), periodId);
  const version = report?.version ?? 0;
  const figures = {
    [test.measureId("m1")]: { ...EMPTY_FIGURE, ...(typed ?? { n: "28", d: "28" }) },
    [test.measureId("m2")]: { ...EMPTY_FIGURE, n: "1" },
  };
  const form = { requestId: newRequest(), unitId: test.unitId(unit), periodId, version, figures };
  const decided = { requestId: newRequest(), submissionId: report?.id ?? "none", version };
  switch (command) {
    case "save":
      return saveDraft(store, who(PERMISSIONS.save), form, NOW);
    case "submit":
      return submitSubmission(store, who(PERMISSIONS.submit), form, NOW);
    case "withdraw":
      return withdrawSubmission(store, who(PERMISSIONS.withdraw), decided, NOW);
    case "accept":
      return acceptSubmission(store, who(PERMISSIONS.accept), decided, NOW);
    case "return":
      return returnSubmission(store, who(PERMISSIONS.return), { ...decided, note: "Xem lại" }, NOW);
    case "correct":
      return correctSubmission(store, who(PERMISSIONS.correct), { ...decided, reason: "Nhập nhầm" }, NOW);
  }
}
