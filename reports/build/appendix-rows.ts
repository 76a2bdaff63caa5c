/** The lines of Appendix 1: one a target, and below a target of several measures one a measure. */
import type { MeasureAchievement, TargetAchievement } from "@/domain/achievements";
import { statusOf } from "@/domain/statuses";
import type { Cell } from "../model";
import { comparisonCell, planCell, PROVENANCE_MARK, resultCell, textCell, yearCell } from "./appendix-cells";
import type { AppendixData, AppendixMeasure, AppendixTarget } from "./appendix-data";
import { explanationRemarks } from "./appendix-explanations";
import { measureRemarks, planProvenanceOf, provenanceRemarks, type Footnotes } from "./appendix-notes";
import type { Labels } from "./labels";

/** A line of the table with what it shows; `measure` is null on the head line of a target of several measures. */
export interface AppendixRow {
  readonly cells: readonly Cell[];
  readonly code: string;
  readonly name: string;
  readonly measure: { readonly label: AppendixMeasure; readonly result: MeasureAchievement } | null;
}

/** All lines in the targets' order; remarks add to the footnotes. */
export function appendixRows(labels: Labels, data: AppendixData, footnotes: Footnotes): readonly AppendixRow[] {
  const results = new Map(data.achievement.targets.map((result) => [result.targetId, result]));
  return data.targets.flatMap((target) => {
    const result = results.get(target.id);
    if (result === undefined) throw new RangeError(`no result of target ${target.id}`);
    return targetRows({ labels, data, target, result, footnotes });
  });
}

interface TargetInput {
  readonly labels: Labels;
  readonly data: AppendixData;
  readonly target: AppendixTarget;
  readonly result: TargetAchievement;
  readonly footnotes: Footnotes;
}

function targetRows(input: TargetInput): readonly AppendixRow[] {
  const { labels, target, result } = input;
  const [only, ...others] = target.measures;
  const code = String(target.position);
  const name = target.name + (target.provenance === "stated" ? "" : PROVENANCE_MARK);
  const verdict = textCell(labels.t(`status.${statusOf(result)}`));
  if (only !== undefined && others.length === 0) {
    const provenance = provenanceRemarks(labels, target.provenance, planProvenanceOf(only));
    const remarks = [...provenance, ...targetRemarks(input)];
    return [measureRow(input, { label: only, code, name, remarks, verdict })];
  }
  const parts = target.measures.map((label, index) => {
    const own = measureResult(result, label);
    return measureRow(input, {
      label,
      code: code + letterOf(index),
      name: label.name,
      remarks: provenanceRemarks(labels, "stated", planProvenanceOf(label)),
      verdict: textCell(labels.t(`status.${statusOf(own)}`)),
    });
  });
  const remarks = [...provenanceRemarks(labels, target.provenance, "stated"), ...targetRemarks(input)];
  return [headRow(input, { code, name, remarks, verdict }), ...parts];
}

/** What was asked about a target as a whole. */
function targetRemarks({ labels, data, target, footnotes }: TargetInput): readonly string[] {
  const line = { targetId: target.id, measureId: null, sensitive: false, asOf: data.achievement.asOf };
  return explanationRemarks(labels, data.explanations, line, footnotes);
}

interface RowInput {
  readonly code: string;
  readonly name: string;
  readonly remarks: readonly string[];
  readonly verdict: Cell;
}

/** The head of a target of several measures: its name across the figures, its own verdict. */
function headRow({ data }: TargetInput, { code, name, remarks, verdict }: RowInput): AppendixRow {
  // Name, unit, plan, result and comparison, and every year between them.
  const span = 5 + data.term.years.length;
  const cells: readonly Cell[] = [
    { ...textCell(code), bold: true },
    { ...textCell(name), span, bold: true },
    { ...verdict, bold: true },
    textCell(remarks.join("; ")),
  ];
  return { cells, code, name, measure: null };
}

function measureRow(input: TargetInput, row: RowInput & { readonly label: AppendixMeasure }): AppendixRow {
  const { labels, data, footnotes } = input;
  const { definition } = row.label;
  const result = measureResult(input.result, row.label);
  const years = new Map(result.years.map((year) => [year.yearId, year]));
  const { asOf, basis } = data.achievement;
  const remarks = [
    ...row.remarks,
    ...measureRemarks(labels, { measure: row.label, result, asOf, basis }, footnotes),
    ...explanationRemarks(
      labels,
      data.explanations,
      { targetId: null, measureId: definition.id, sensitive: row.label.sensitive, asOf },
      footnotes,
    ),
  ];
  const cells: readonly Cell[] = [
    textCell(row.code),
    textCell(row.name),
    textCell(row.label.unitLabel),
    planCell(labels, row.label, result),
    ...data.term.years.map(({ id }) => yearCell(labels, definition, years.get(id))),
    resultCell(labels, definition, result),
    comparisonCell(labels, definition, result),
    row.verdict,
    textCell(remarks.join("; ")),
  ];
  return { cells, code: row.code, name: row.name, measure: { label: row.label, result } };
}

function measureResult(result: TargetAchievement, { definition }: AppendixMeasure): MeasureAchievement {
  const found = result.measures.find(({ measureId }) => measureId === definition.id);
  if (found === undefined) throw new RangeError(`no result of measure ${definition.id}`);
  return found;
}

function letterOf(index: number): string {
  return String.fromCharCode("a".charCodeAt(0) + index);
}
