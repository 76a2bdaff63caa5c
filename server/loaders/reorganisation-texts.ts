// What an event of the tree answers, in the reader's language and with the addresses that it leads to.
import type { OpenReportKind } from "@/domain/open-reports";
import type { ChangeAnswer } from "../workflows/changes";
import type { OpenReportView, ReorganisationAnswer } from "../workflows/unit-event-answers";
import { loadWording } from "./load-wording";
import { periodTitle } from "./period-texts";

/** A report that must be settled, as the preview lists it. */
export interface OpenReportLine {
  readonly kind: OpenReportKind;
  readonly unitId: string;
  readonly unitName: string;
  readonly period: string;
  readonly href: string;
}

/** The periods for which a unit that stops never began its report, oldest first. */
export interface MissingReportsLine {
  readonly unitName: string;
  readonly periods: readonly string[];
}

/** What an event would do or did, ready to be said. */
export interface ReorganisationView extends Omit<ReorganisationAnswer, "openReports" | "missing"> {
  readonly openReports: readonly OpenReportLine[];
  readonly missing: readonly MissingReportsLine[];
}

/** The answer with every report named in the reader's language, those that stand in the way with their address. */
export async function wordReorganisation(
  answer: ChangeAnswer<ReorganisationAnswer>,
): Promise<ChangeAnswer<ReorganisationView>> {
  const wording = await loadWording();
  const openReports = answer.data.openReports.map(({ kind, unitId, unitName, ...report }) => ({
    ...{ kind, unitId, unitName },
    period: periodTitle(report.period, wording),
    href: reportAddress({ kind, ...report }),
  }));
  const missing = answer.data.missing.map(({ unitName, periods }) => ({
    unitName,
    periods: periods.map((period) => periodTitle(period, wording)),
  }));
  return { ...answer, data: { ...answer.data, openReports, missing } };
}

function reportAddress(report: Pick<OpenReportView, "kind" | "submissionId" | "unitCode" | "period" | "termCode">) {
  const { kind, submissionId, unitCode, period, termCode } = report;
  if (kind === "waiting") return `/review/${submissionId}`;
  const path = [unitCode, period.key].map(encodeURIComponent).join("/");
  return `/entry/${path}?term=${encodeURIComponent(termCode)}`;
}
