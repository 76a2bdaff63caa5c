import type { EnteredFigure } from "@/db/queries/figures";
import type { SubmissionRow } from "@/db/queries/submissions";
import type { FigureValue } from "@/domain/figures";
import { thousandthsText } from "@/domain/thousandths";
import type { ReportContext } from "../report-context";

/** What the log keeps of a report: whose, where it stands, and its figures by the measure's code. */
export interface SubmissionAuditState {
  readonly unit: string;
  readonly period: string;
  readonly term: string;
  readonly state: SubmissionRow["state"];
  readonly version: number;
  readonly figures: Readonly<Record<string, Readonly<Record<string, string | null>>>>;
  readonly [key: string]: string | number | null | SubmissionAuditState["figures"];
}

/** The state of a report for the log, in codes that people know and numbers as they are written. */
export function auditState(
  { term, period, unit, measures }: ReportContext,
  submission: Pick<SubmissionRow, "state" | "version">,
  figures: readonly EnteredFigure[],
): SubmissionAuditState {
  const codes = new Map(measures.map(({ id, code }) => [id, code]));
  return {
    ...{ unit: unit.code, period: period.key, term: term.code },
    ...{ state: submission.state, version: submission.version },
    figures: Object.fromEntries(
      figures.map(({ measureId, value, note }) => [
        codes.get(measureId) ?? measureId,
        { ...valueTexts(value), ...(note !== null && { note }) },
      ]),
    ),
  };
}

function valueTexts(value: FigureValue): Record<string, string | null> {
  switch (value.type) {
    case "number": {
      const n = value.n === null ? null : thousandthsText(value.n);
      return value.d === null ? { n } : { n, d: thousandthsText(value.d) };
    }
    case "level":
      return { level: value.level.toString() };
    case "judged":
      return { judged: value.judged, evidence: value.evidence };
    case "not_applicable":
      return { notApplicable: "yes" };
  }
}
