// Reports as rows to fill in: the words, the plan, the period before, and what the forms hold now.
import { listCountingFigures, type CountingFigure } from "@/db/queries/figures";
import type { StoredMeasure } from "@/db/queries/measures";
import { listTargets } from "@/db/queries/targets";
import type { ReadDb } from "@/db/store";
import { cellsOfTyped, writeBefore, type CellTexts, type CellWords } from "@/domain/cell-texts";
import { listPeriods } from "@/domain/periods";
import { isEditable } from "@/domain/submissions";
import { EMPTY_FIGURE, readEntryNumber, typedFigureOf, type TypedFigure } from "@/domain/typed-figures";
import { typedNumber } from "@/domain/number-text";
import { unitVersionAt } from "@/domain/units";
import type { EntryRow, EntryValue } from "@/reports/entry-model";
import type { Wording } from "../loaders/figure-texts";
import { figureValueText } from "../loaders/report-past";
import { planTexts } from "../loaders/report-measures";
import type { ReportContext } from "../report-context";
import { entryRulesOf } from "../workflows/drafts";
import { cellWords } from "./file-words";
import { readForms, type StoredForms } from "./stored-forms";

/** A row and the report it belongs to. */
export interface BookRow extends EntryRow {
  readonly context: ReportContext;
  /** The person who asks enters this unit's figures; other units' are shown as far as they count. */
  readonly isOwn: boolean;
}

/** What rows are written from. */
interface Sources {
  readonly forms: StoredForms;
  readonly ownUnits: ReadonlySet<string>;
  readonly targets: ReadonlyMap<string, { readonly position: number; readonly order: number }>;
  readonly past: ReadonlyMap<string, CountingFigure>;
  readonly words: CellWords;
  readonly wording: Wording;
}

/**
 * The rows of these reports in the order of the targets: of the units that the person enters for what their forms hold,
 * of all others the figures that were submitted or accepted.
 */
export async function readBookRows(
  db: ReadDb,
  contexts: readonly ReportContext[],
  ownUnits: ReadonlySet<string>,
  wording: Wording,
): Promise<readonly BookRow[]> {
  const isOwn = ({ unit }: ReportContext) => ownUnits.has(unit.id);
  const sources: Sources = {
    ...{ wording, ownUnits, words: cellWords(wording.locale) },
    forms: await readForms(db, contexts.filter(isOwn)),
    targets: await readTargets(db, contexts),
    past: await readPast(db, contexts),
  };
  return contexts.flatMap((context) => {
    const order = ({ id }: StoredMeasure) => sources.targets.get(id)?.order ?? 0;
    return context.measures
      .toSorted((a, b) => order(a) - order(b))
      .map((measure) => bookRow(context, measure, sources));
  });
}

async function readTargets(db: ReadDb, contexts: readonly ReportContext[]): Promise<Sources["targets"]> {
  const targets = new Map<string, { readonly position: number; readonly order: number }>();
  for (const termId of new Set(contexts.map(({ term }) => term.id))) {
    for (const { position, measures } of await listTargets(db, termId)) {
      for (const { id } of measures) targets.set(id, { position, order: targets.size });
    }
  }
  return targets;
}

async function readPast(db: ReadDb, contexts: readonly ReportContext[]): Promise<Sources["past"]> {
  const past = new Map<string, CountingFigure>();
  for (const termId of new Set(contexts.map(({ term }) => term.id))) {
    const unitIds = [...new Set(contexts.filter(({ term }) => term.id === termId).map(({ unit }) => unit.id))];
    for (const figure of await listCountingFigures(db, { termId, unitIds }, "provisional")) {
      past.set(pastKey(figure.measureId, figure.unitId, figure.period), figure);
    }
  }
  return past;
}

function pastKey(measureId: string, unitId: string, period: string): string {
  return `${measureId} ${unitId} ${period}`;
}

function bookRow(context: ReportContext, measure: StoredMeasure, sources: Sources): BookRow {
  const { term, unit, period, submission, locked } = context;
  const isOwn = sources.ownUnits.has(unit.id);
  const typed = isOwn ? sources.forms(context, measure.id) : countingForm(context, measure, sources);
  const cells = canonicalCells(measure, typed, sources.words);
  const asNumber = measure.kind === "level" || measure.kind === "judged" ? textValue : numberValue(measure);
  const { planText, planSpan } = planTexts(measure, period, sources.wording);
  return {
    ...{ context, isOwn },
    keys: { term: term.code, unit: unit.code, period: period.key, measure: measure.code },
    before: writeBefore(cells),
    kind: measure.kind,
    number: String(sources.targets.get(measure.id)?.position ?? ""),
    unitName: unitVersionAt(unit, period.endsOn).name,
    measureName: measureText(measure, sources.wording),
    unitLabel: measure.unitLabel ?? "",
    plan: planText === null ? "" : planWithSpan(planText, planSpan, sources.wording),
    previous: previousText(context, measure, sources),
    hasTotal: measure.kind === "rate" && measure.fixedBase === null,
    isOpen: isOwn && isEditable(submission, locked),
    result: asNumber(cells.result),
    total: asNumber(cells.total),
    evidence: cells.evidence,
    note: cells.note,
  };
}

/** A figure that counts, as a form would hold it; an empty one where none does. */
function countingForm({ unit, period }: ReportContext, { id }: StoredMeasure, { past }: Sources): TypedFigure {
  const figure = past.get(pastKey(id, unit.id, period.key));
  return figure ? typedFigureOf(figure.value, figure.note) : EMPTY_FIGURE;
}

/** The measure's name, and for a rate what is counted of what. */
function measureText({ name, nLabel, dLabel }: StoredMeasure, { t }: Wording): string {
  return nLabel === null || dLabel === null ? name : `${name}\n${t("entryFiles.book.parts", { n: nLabel, d: dLabel })}`;
}

function planWithSpan(plan: string, span: "term" | "year" | null, { t }: Wording): string {
  if (span === null) return plan;
  return t(span === "term" ? "entry.past.planTerm" : "entry.past.planYear", { plan });
}

function previousText(
  { term, unit, period }: ReportContext,
  measure: StoredMeasure,
  { past, wording }: Sources,
): string {
  const periods = listPeriods(term, measure.frequency);
  const before = periods[periods.findIndex(({ key }) => key === period.key) - 1];
  const figure = before && past.get(pastKey(measure.id, unit.id, before.key));
  if (!figure) return "";
  if (figure.value.type === "not_applicable") return wording.t("entryFiles.notApplicable");
  return figureValueText(measure, figure.value, wording) ?? "";
}

/** The cells of a figure with its numbers as they are read, so that a file which nobody touched says the same again. */
function canonicalCells(measure: StoredMeasure, typed: TypedFigure, words: CellWords): CellTexts {
  const cells = cellsOfTyped(measure.kind, typed, words);
  if (typed.notApplicable || measure.kind === "level" || measure.kind === "judged") return cells;
  const canonical = (text: string) => {
    const reading = readEntryNumber(entryRulesOf(measure), text);
    return reading.ok ? typedNumber(reading.value) : text;
  };
  return { ...cells, result: canonical(cells.result), total: canonical(cells.total) };
}

function textValue(text: string): EntryValue | null {
  return text === "" ? null : { type: "text", text };
}

function numberValue(measure: StoredMeasure): (text: string) => EntryValue | null {
  return (text) => {
    const reading = readEntryNumber(entryRulesOf(measure), text);
    return reading.ok ? { type: "number", value: reading.value / 1000 } : textValue(text);
  };
}
