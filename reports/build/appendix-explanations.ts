/** Explanations in the remarks of Appendix 1: the answer as a footnote, or that one is still owed. */
import type { CalendarDate } from "@/domain/dates";
import type { ExplanationStatus } from "@/domain/explanations";
import type { Period } from "@/domain/periods";
import type { Footnotes } from "./appendix-notes";
import type { Labels } from "./labels";
import { periodText } from "./period-text";

/** A question of the term with its first and last word, as a bundle carries it. */
export interface AppendixExplanation {
  readonly code: string;
  /** About a target as a whole, or a measure's figures; both null: about a report, which the table has no line for. */
  readonly targetId: string | null;
  readonly measureId: string | null;
  readonly unitName: string | null;
  readonly period: Period | null;
  readonly status: ExplanationStatus;
  readonly askedOn: CalendarDate | null;
  readonly answeredOn: CalendarDate | null;
  readonly answer: string | null;
}

interface Line {
  readonly targetId: string | null;
  readonly measureId: string | null;
  /** A cell's negative figure points at a person: what is said of it is not printed. */
  readonly sensitive: boolean;
  readonly asOf: CalendarDate;
}

/** What a line remarks of the explanations known on its day, in the order in which they were asked. */
export function explanationRemarks(
  labels: Labels,
  explanations: readonly AppendixExplanation[],
  { targetId, measureId, sensitive, asOf }: Line,
  footnotes: Footnotes,
): readonly string[] {
  return explanations
    .filter((one) => one.targetId === targetId && one.measureId === measureId)
    .filter(({ askedOn, status }) => (askedOn === null || askedOn <= asOf) && status !== "withdrawn")
    .toSorted((a, b) => compare(a.askedOn ?? "", b.askedOn ?? "") || compare(a.code, b.code))
    .map((one) => {
      const text = footnoteText(labels, one, sensitive, asOf);
      return labels.t("reports.remark.explained", { mark: footnotes.add(text) });
    });
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function footnoteText(labels: Labels, one: AppendixExplanation, sensitive: boolean, asOf: CalendarDate): string {
  const { unitName, period, answer, answeredOn } = one;
  const place = [unitName, period && periodText(period, labels)].filter(Boolean).join(", ");
  const where = place === "" ? labels.t("reports.footnote.explainedWhere") : place;
  const isAnswered = answer !== null && (answeredOn === null || answeredOn <= asOf);
  if (!isAnswered) return labels.t("reports.footnote.notExplained", { where });
  if (sensitive) return labels.t("reports.footnote.explainedPrivately", { where });
  return labels.t("reports.footnote.explained", { where, answer: answer.replace(/\s+/g, " ").replace(/[.\s]+$/, "") });
}
