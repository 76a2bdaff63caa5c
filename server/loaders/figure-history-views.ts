// What the page of one figure shows.
import type { CalendarDate } from "@/domain/dates";
import type { FigureStanding } from "@/domain/figure-history";
import type { ExplanationItem } from "./explanation-views";

/** One value that the figure had, every part of it a text. */
export interface FigureValueView {
  /** The report's revision: 1, 2, 3 … */
  readonly number: number;
  /** `96,55%`; null when missing or not applicable. */
  readonly value: string | null;
  /** `28/29`. */
  readonly parts: string | null;
  readonly notApplicable: boolean;
  readonly estimate: boolean;
  readonly evidence: string | null;
  /** Nothing changed against the revision before. */
  readonly isSame: boolean;
  readonly note: string | null;
  /** Why it was corrected. */
  readonly reason: string | null;
  /** When it was sent, a draft when it was begun: UTC. */
  readonly at: string;
  /** Null where nobody of the installation did it, or where the reader may not know. */
  readonly by: string | null;
  /** It came with a file. */
  readonly imported: boolean;
  readonly decision: "accepted" | "returned" | "withdrawn" | null;
  /** UTC. */
  readonly decidedAt: string | null;
  readonly decidedBy: string | null;
  readonly officeNote: string | null;
  readonly standing: FigureStanding;
}

/** A total of the period that the figure enters, on one basis. */
export interface TotalView {
  /** Null where nothing counts. */
  readonly value: string | null;
  readonly parts: string | null;
  readonly received: number;
  readonly expected: number;
}

/** The totals of the unit itself and of everything above it, on both bases. */
export interface EnteredTotal {
  readonly unitId: string;
  readonly unitName: string;
  readonly accepted: TotalView;
  readonly provisional: TotalView;
}

/** One figure with everything that became of it. */
export interface FigureHistoryView {
  readonly termCode: string;
  readonly unitCode: string;
  readonly periodKey: string;
  readonly measureCode: string;
  readonly target: { readonly code: string; readonly name: string; readonly position: number };
  readonly measureName: string;
  readonly unitName: string;
  readonly periodName: string;
  /** The period's last day while it has not passed: nothing of it counts before. */
  readonly countsFrom: CalendarDate | null;
  /** Newest first. */
  readonly values: readonly FigureValueView[];
  /** From the unit up to the whole organisation. */
  readonly totals: readonly EnteredTotal[];
  readonly explanations: readonly ExplanationItem[];
  readonly mayOpenReport: boolean;
  readonly mayAsk: boolean;
}
