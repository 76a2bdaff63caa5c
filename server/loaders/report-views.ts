// What the pages of entry and review show: every figure of the past as a text, what is typed as it was typed.
import type { CalendarDate } from "@/domain/dates";
import type { CheckFacts, EntryWarning } from "@/domain/entry-checks";
import type { Frequency, Measure } from "@/domain/measures";
import type { SubmissionState } from "@/domain/submissions";
import type { TypedFigure } from "@/domain/typed-figures";
import type { EvidenceView } from "./evidence-views";
import type { ExplanationItem } from "./explanation-views";

/** Where a report stands for the person who looks: `none` was never begun, `correcting` stands beside an accepted one. */
export type ReportStanding = SubmissionState | "none" | "correcting";

/** A unit's report of one period, as every page of it is headed. */
export interface ReportHead {
  readonly submissionId: string | null;
  /** 0 for a report that nobody began. */
  readonly version: number;
  readonly standing: ReportStanding;
  readonly unit: { readonly id: string; readonly code: string; readonly name: string };
  readonly period: {
    readonly id: string;
    readonly key: string;
    readonly frequency: Frequency;
    /** In the sentence: `tháng 6 năm 2023`. */
    readonly title: string;
    readonly startsOn: CalendarDate;
    readonly endsOn: CalendarDate;
  };
  readonly termCode: string;
  readonly dueOn: CalendarDate | null;
  /** Days from today to the due date; negative when it has passed. Null without one. */
  readonly daysLeft: number | null;
  /** Days after the due date on which it was submitted; 0 or less is in time. Null before it is submitted. */
  readonly daysLate: number | null;
  readonly submittedOn: CalendarDate | null;
  readonly decidedOn: CalendarDate | null;
  readonly locked: boolean;
  /** What the office asked for when it returned the report last; null otherwise. */
  readonly officeNote: string | null;
}

/** A figure to compare with. `value` is null where none was reported. */
export interface PastFigure {
  readonly type: "previous" | "sameLastYear" | "accepted";
  readonly value: string | null;
  readonly notApplicable: boolean;
  /** It counts only provisionally so far. */
  readonly provisional: boolean;
}

/** What was reported for a period before: `97,61%`, `28/29`. */
export interface EarlierFigure {
  /** Short: `5/2023`. */
  readonly period: string;
  readonly value: string | null;
  readonly parts: string | null;
  readonly notApplicable: boolean;
}

/** One measure of a report. */
export interface ReportMeasure {
  readonly measure: Measure;
  /** What addresses name it by. */
  readonly code: string;
  readonly name: string;
  readonly targetPosition: number;
  /** Null where the target has one measure of the same name. */
  readonly targetName: string | null;
  readonly unitLabel: string | null;
  readonly nLabel: string | null;
  readonly dLabel: string | null;
  /** With its rule: `từ 95%`; null without a plan. */
  readonly planText: string | null;
  /** The plan is of the term or year and the figure of a shorter time. */
  readonly planSpan: "term" | "year" | null;
  readonly past: readonly PastFigure[];
  /** Newest first. */
  readonly earlier: readonly EarlierFigure[];
  /** The figure of the period before as texts of the form; null where none was reported. */
  readonly previousTyped: TypedFigure | null;
  /** What the figure is checked against, with the measure. */
  readonly facts: Omit<CheckFacts, "measure">;
  /** A count's sum over the unit's other periods of the term up to this one, in thousandths; null for other kinds. */
  readonly countedBefore: number | null;
  /** The fixed denominator as a text. */
  readonly fixedBase: string | null;
  readonly illustrative: boolean;
  /** Its files; undefined where there are none and none are taken. */
  readonly evidence?: EvidenceView | undefined;
}

/** A report as it is filled in. */
export interface EntryView extends ReportHead {
  readonly accountId: string;
  readonly measures: readonly (ReportMeasure & { readonly typed: TypedFigure })[];
  /** UTC instant of the last saved draft. */
  readonly savedAt: string | null;
  /** Why accepted figures are being corrected. */
  readonly correctionReason: string | null;
  /** UTC instant at which the report was withdrawn, while nothing was saved since; null otherwise. */
  readonly withdrawnAt: string | null;
}

/** What is stored of a report now, beside what somebody has just typed. */
export interface StoredReport {
  readonly version: number;
  readonly standing: ReportStanding;
  readonly editable: boolean;
  readonly figures: Readonly<Record<string, TypedFigure>>;
  /** Who saved it last; null for a report that came with an import. */
  readonly savedBy: string | null;
  /** UTC instant. */
  readonly savedAt: string | null;
}

/** A figure as it was reported, every part of it a text. */
export interface ReportedFigure {
  /** `96,55%`, `1`, a level's word; null when missing or not applicable. */
  readonly value: string | null;
  /** `28/29`: n and d of a rate. */
  readonly parts: string | null;
  readonly notApplicable: boolean;
  readonly note: string | null;
  readonly evidence: string | null;
  readonly warnings: readonly EntryWarning[];
  /** The values that this one replaced after they were accepted, newest first, and why. */
  readonly replaced: readonly ReplacedFigure[];
  /** Against the period before: signed, with its unit; null where one of the two is missing. */
  readonly difference: {
    readonly text: string;
    readonly unit: "points" | "own";
    readonly direction: "up" | "down";
  } | null;
}

/** A value that was accepted and then corrected: it stays visible. */
export interface ReplacedFigure {
  readonly text: string;
  /** The day of the correction. */
  readonly on: CalendarDate;
  readonly reason: string | null;
}

/** One revision of a report: what was sent, and what became of it. */
export interface RevisionView {
  readonly number: number;
  /** UTC instants. */
  readonly sealedAt: string | null;
  readonly sealedBy: string | null;
  readonly decision: "accepted" | "returned" | "withdrawn" | null;
  readonly decidedAt: string | null;
  readonly decidedBy: string | null;
  readonly note: string | null;
  /** Figures that differ from the revision before, oldest value first. */
  readonly changes: readonly { readonly name: string; readonly before: string; readonly after: string }[];
}

/** A question about a report, or about one of its figures. */
export interface ReportExplanation extends ExplanationItem {
  /** Null: about the report as a whole. */
  readonly measureId: string | null;
}

/** A report as it is read: submitted, accepted, or locked. */
export interface ReportView extends ReportHead {
  readonly measures: readonly (ReportMeasure & { readonly figure: ReportedFigure })[];
  readonly revisions: readonly RevisionView[];
  /** The person may ask for the correction of this accepted report. */
  readonly mayCorrect: boolean;
  /** The person may take this submitted report back. */
  readonly mayWithdraw: boolean;
  /** What the leadership asked about it, oldest first. */
  readonly explanations: readonly ReportExplanation[];
  /** The person may ask about it. */
  readonly mayAsk: boolean;
}

/** A submitted report in the office's queue. */
export interface ReviewItem extends ReportHead {
  readonly submissionId: string;
  readonly filled: number;
  readonly total: number;
  /** Figures that are worth a look: they miss their plan, differ from the past, or are missing. */
  readonly remarkable: number;
  /** It was accepted before: this is a correction. */
  readonly isCorrection: boolean;
}

/** A report that the office has just decided about. */
export interface DecidedView {
  readonly decision: "accepted" | "returned";
  readonly unitName: string;
  readonly period: string;
}

/** A submitted report with what the office decides by. */
export interface ReviewView extends ReportView {
  readonly submissionId: string;
  /** The report after this one in the queue; null at its end. */
  readonly next: string | null;
  readonly waiting: number;
}

/** One line of a person's list of reports. */
export interface ReportItem extends ReportHead {
  readonly filled: number;
  readonly total: number;
}

export type ReportGroupKey = "returned" | "correcting" | "overdue" | "due" | "submitted" | "accepted";

/** What a person has to report as of today, by urgency. */
export interface EntryListView {
  /** The account enters for no unit today. */
  readonly hasUnits: boolean;
  readonly todo: number;
  readonly late: number;
  readonly groups: readonly { readonly key: ReportGroupKey; readonly items: readonly ReportItem[] }[];
}
