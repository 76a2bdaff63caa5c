import { countStatuses, statusOf } from "@/domain/statuses";
import type { Column, ReportModel } from "../model";
import type { Profile } from "../profiles/profile";
import { appendixChart } from "./appendix-chart";
import type { AppendixData } from "./appendix-data";
import { yearColumn } from "./appendix-formulas";
import { createFootnotes, legendLines } from "./appendix-notes";
import { appendixRows } from "./appendix-rows";
import { documentFrame } from "./document";
import { dateText, proseCount, type Labels } from "./labels";

/**
 * Appendix 1, the results of a term's targets (DOMAIN.md "Appendix 1"): a pure function of the domain's results and
 * the words of a language. Throws RangeError when a target or measure has no result.
 */
export function buildAppendixReport(data: AppendixData, labels: Labels, profile: Profile): ReportModel {
  const { t } = labels;
  const footnotes = createFootnotes();
  const rows = appendixRows(labels, data, footnotes);
  const subject = [t("reports.appendix.subject"), data.term.name];
  return {
    ...documentFrame(labels, data.organisation, profile),
    language: labels.locale,
    profileId: profile.id,
    fileTitle: [t("reports.appendix.title"), ...subject].join(". "),
    sheetName: t("reports.appendix.title"),
    title: t("reports.appendix.title"),
    subject,
    lead: [headlineSentence(labels, data), sourceSentence(labels, data)],
    table: { columns: appendixColumns(labels, data), rows: rows.map(({ cells }) => cells) },
    footnotes: [...legendLines(labels, data, data.achievement.targets), ...footnotes.lines],
    chart: appendixChart(labels, rows),
  };
}

/** Digits of a calendar year; the id of a congress year, `2020-2021`, needs more room. */
const CALENDAR_YEAR = 4;

function appendixColumns(labels: Labels, { term, achievement }: AppendixData): readonly Column[] {
  const { t } = labels;
  const result = achievement.final
    ? t("reports.column.result")
    : t("reports.column.resultToDate", { date: dateText(labels, achievement.asOf) });
  return [
    { key: "position", heading: t("reports.column.position"), width: 9, align: "center" },
    { key: "name", heading: t("reports.column.name"), width: 40, align: "left" },
    { key: "unit", heading: t("reports.column.unit"), width: 14, align: "center" },
    { key: "plan", heading: t("reports.column.plan"), width: 18, align: "center" },
    ...term.years.map(({ id }): Column => ({
      key: yearColumn(id),
      heading: id,
      width: id.length > CALENDAR_YEAR ? 17 : 16,
      align: "right",
    })),
    { key: "result", heading: result, width: 19, align: "right" },
    { key: "comparison", heading: t("reports.column.comparison"), width: 28, align: "right" },
    { key: "verdict", heading: t("reports.column.verdict"), width: 16, align: "center" },
    { key: "notes", heading: t("reports.column.notes"), width: 25, align: "left" },
  ];
}

/** `8/8 chỉ tiêu đạt và vượt (1 đạt, 7 vượt).`, while the term runs by pace (CALCULATION.md §6). */
function headlineSentence(labels: Labels, { achievement }: AppendixData): string {
  const { t } = labels;
  const { total, kept, parts } = countStatuses(achievement.targets.map(statusOf));
  const number = achievement.final ? String : (count: number) => proseCount(labels, count);
  const told = parts
    .map(({ status, count }) => t(`overview.headline.part.${status}`, { count: number(count) }))
    .join(", ");
  if (!achievement.final) return t("overview.headline.running", { total: number(total), parts: told });
  const headline = t("overview.headline.final", { kept: String(kept), total: String(total) });
  return t("overview.headline.finalParts", { headline, parts: told });
}

/** As of when, on which basis, and how complete the reports are. */
function sourceSentence(labels: Labels, { achievement }: AppendixData): string {
  const measures = achievement.targets.flatMap((target) => target.measures);
  const total = (key: "received" | "expected") => measures.reduce((sum, measure) => sum + measure[key], 0);
  return labels.t(`reports.source.${achievement.basis}`, {
    date: dateText(labels, achievement.asOf),
    received: String(total("received")),
    expected: String(total("expected")),
  });
}
