// What the pages of questions and answers show.
import type { CalendarDate } from "@/domain/dates";
import type { ExplanationStatus } from "@/domain/explanations";
import type { EvidenceView } from "./evidence-views";

/** What a question is about, in words. */
export interface ExplanationAbout {
  /** `Dự sinh hoạt, tháng 5 năm 2023`. */
  readonly title: string;
  readonly unitName: string;
}

/** A question in a list. */
export interface ExplanationItem extends ExplanationAbout {
  readonly code: string;
  readonly termCode: string;
  readonly status: ExplanationStatus;
  readonly askedOn: CalendarDate | null;
  /** By when an answer is asked for. */
  readonly answerBy: CalendarDate | null;
  /** It is open and that day has passed. */
  readonly overdue: boolean;
  /** What was asked last. */
  readonly question: string;
}

export const EXPLANATION_FILTERS = ["open", "answered", "closed"] as const;
export type ExplanationFilter = (typeof EXPLANATION_FILTERS)[number];

/** A term's questions, as far as the person may see them. */
export interface ExplanationListView {
  readonly termCode: string;
  readonly termName: string;
  /** The terms that can be looked at, in the order of their beginnings. */
  readonly terms: readonly { readonly code: string; readonly name: string }[];
  /** Null: all. */
  readonly filter: ExplanationFilter | null;
  readonly counts: Readonly<Record<ExplanationFilter, number>>;
  readonly overdue: number;
  /** Newest first, those that pass the filter. */
  readonly items: readonly ExplanationItem[];
}

/** One question or answer. */
export interface MessageView {
  readonly kind: "question" | "answer";
  readonly text: string;
  readonly writtenOn: CalendarDate | null;
  /** Null where it came with a file. */
  readonly by: string | null;
}

/** A report, or a figure of it, by codes. */
export interface ReportPlace {
  readonly unitCode: string;
  readonly periodKey: string;
  /** Null: the report as a whole. */
  readonly measureCode: string | null;
}

/** One question with everything that was written about it, and what this person may do next. */
export interface ThreadView extends ExplanationItem {
  readonly id: string;
  readonly version: number;
  readonly messages: readonly MessageView[];
  /** The figure as it stands now; null where the question is about no figure or none was sent. */
  readonly figure: { readonly value: string; readonly parts: string | null; readonly provisional: boolean } | null;
  /** Whose report of which period it is about, by codes; null where it is about none. */
  readonly place: ReportPlace | null;
  readonly mayOpenReport: boolean;
  readonly targetCode: string | null;
  /** The answer's files; undefined where there are none and none are taken. */
  readonly evidence?: EvidenceView | undefined;
  readonly mayAnswer: boolean;
  readonly mayAsk: boolean;
  readonly mayClose: boolean;
  readonly mayWithdraw: boolean;
}

/** What a new question is asked with: what it is about is settled, or chosen among a few. */
export interface AskView {
  /** `Dự sinh hoạt, tháng 5 năm 2023`; without the period where it is to be chosen. */
  readonly title: string;
  readonly termId: string;
  readonly targetId: string | null;
  readonly measureId: string | null;
  /** Whom to ask; one alone is asked without a choice. */
  readonly units: readonly Choice[];
  /** Of a figure or report: which period, newest first; empty for a target. */
  readonly periods: readonly Choice[];
  readonly today: CalendarDate;
  /** What the person came from, by codes. */
  readonly termCode: string;
  readonly targetCode: string | null;
  readonly unitCode: string | null;
  readonly periodKey: string | null;
}

export interface Choice {
  readonly value: string;
  readonly label: string;
}
