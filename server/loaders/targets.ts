import { getLocale } from "next-intl/server";
import type { ReadDb } from "@/db/handle";
import { hasIllustrativeFigures } from "@/db/queries/figures";
import { listTerms } from "@/db/queries/terms";
import type { CalendarDate } from "@/domain/dates";
import type { Provenance } from "@/domain/measures";
import { may } from "@/domain/permissions";
import type { Actor } from "@/domain/roles";
import { statusOf, type Status } from "@/domain/statuses";
import { createTranslate } from "@/messages/translate";
import { clock } from "../clock";
import { requireActor } from "../require-actor";
import { getStore } from "../store";
import { readAskedView, seesDrafts, visibleTerms } from "./asked-view";
import type { Cut, Drawing, Tick } from "./drawings";
import { buildItem, readTermExplanations, type ReadExplanation } from "./explanation-items";
import type { ExplanationItem } from "./explanation-views";
import type { Looking, MeasureView, MissingReports } from "./overview";
import { readMeasureView, type TargetReader } from "./target-measures";
import type { CellPeriodsView } from "./target-cell-periods";
import { findAsked, type WhatIfQuery, type WhatIfView } from "./target-what-if";
import { readTermResults, type TargetResult, type TermLook } from "./term-results";
import type { ViewQuery, ViewState } from "./view-state";

/** One ended period on the trajectory; `x` is its last day in the term's span, `y` are heights on the axis. */
export interface TrajectoryPoint {
  readonly x: number;
  /** As it is written: `3/2016`, `quý II/2016`, `2016`. */
  readonly period: string;
  /** The period's own value; null is a gap, never a zero. */
  readonly y: number | null;
  readonly value: string | null;
  /** The value from the term's start to this period's end, by the measure's `overTime`. */
  readonly runningY: number | null;
  readonly running: string | null;
  /** Submitted figures that nobody has accepted yet are part of it: drawn hollow. */
  readonly provisional: boolean;
  /** No figure of its own; an earlier one is carried on (`latest`): drawn dashed. */
  readonly carried: boolean;
  readonly cut: Cut;
}

/** The end of a period that is still ahead: where eight in ten courses at the present pace come to. */
export interface ProjectionPoint {
  readonly x: number;
  readonly period: string;
  readonly lowerY: number;
  readonly upperY: number;
  /** `khoảng 4 đến 8`. */
  readonly text: string;
}

/** Where the measure comes to at the present pace: an estimate, never a result. */
export interface ProjectionView {
  /** What is foreseen and how, in one sentence. */
  readonly sentence: string;
  /** Oldest first; the last is the term's end. */
  readonly points: readonly ProjectionPoint[];
}

/** A measure over its term: everything on one drawing, positions as fractions of its width and height. */
export interface TrajectoryView {
  /** Four or five hairlines of the value axis, lowest first. */
  readonly ticks: readonly Tick[];
  readonly years: readonly { readonly label: string; readonly from: number; readonly to: number }[];
  readonly points: readonly TrajectoryPoint[];
  /** The promise as a path over the term: level for a rate, rising for a summing count, a step where it changed. */
  readonly plan: readonly { readonly x: number; readonly y: number }[];
  /** At the end of that path: the plan with its unit. */
  readonly planText: string | null;
  /** Splits, mergers and changed plans, with their day. */
  readonly events: readonly { readonly x: number; readonly on: CalendarDate; readonly label: string }[];
  /** Null where none is made: too few periods, a term that is over, or nothing that has a pace. */
  readonly projection: ProjectionView | null;
}

/** A reporting year against its own plan. */
export interface TargetYearView {
  readonly id: string;
  readonly label: string;
  readonly ended: boolean;
  readonly actual: string | null;
  readonly plan: string | null;
  /** Of an ended year; null while it runs or where it is not judged. */
  readonly status: Status | null;
  /** Heights on `yearTicks`. */
  readonly actualY: number | null;
  readonly planY: number | null;
  readonly provisional: boolean;
  readonly received: number;
  readonly expected: number;
}

/** A cell's part in a measure: in the official order, never ranked. */
export interface TargetCellView {
  readonly unitCode: string;
  readonly unitName: string;
  /** The last day of a cell that no longer exists. */
  readonly endedOn: CalendarDate | null;
  readonly actual: string | null;
  /** `934/952`: n and d of a rate. */
  readonly parts: string | null;
  /** Where it stands against the measure's plan; null where a cell has no plan of its own. */
  readonly position: "above" | "at" | "below" | null;
  readonly drawing: Drawing | null;
  readonly provisional: boolean;
  readonly received: number;
  readonly expected: number;
  /** The key of the newest period that it has a figure of; null without one, or where it is withheld. */
  readonly newestPeriod: string | null;
  /** A sensitive figure of another cell: withheld, and said so. */
  readonly withheld: boolean;
}

export interface TargetMeasureView extends MeasureView {
  /** `3.406/3.502`: n and d of a pooled rate, with the words of both. */
  readonly parts: string | null;
  readonly nLabel: string | null;
  readonly dLabel: string | null;
  /** The denominator that is not entered: of the term, or of the year last begun. */
  readonly fixedBase: string | null;
  readonly fixedBaseKind: "term" | "years" | null;
  /** Of a share: the word of the level from which a unit counts. */
  readonly shareLevel: string | null;
  readonly missing: readonly MissingReports[];
  /** Null for a judged measure. */
  readonly trajectory: TrajectoryView | null;
  /** What comes of a pace that the reader chooses; null where there is nothing to choose. */
  readonly whatIf: WhatIfView | null;
  /** Value axis of the years; empty for a judged measure. */
  readonly yearTicks: readonly Tick[];
  readonly years: readonly TargetYearView[];
  readonly cells: readonly TargetCellView[];
  /** The cells period by period; null for a judged measure, and before a period has ended. */
  readonly cellPeriods: CellPeriodsView | null;
  /** Earlier plans, oldest first. */
  readonly planChanges: readonly { readonly until: CalendarDate; readonly plan: string; readonly reason: string }[];
  /** How the method was changed, oldest first. */
  readonly methodChanges: readonly {
    readonly on: CalendarDate;
    readonly differences: readonly string[];
    readonly reason: string;
  }[];
  /** What was once announced, when it disagrees with what the figures give. */
  readonly publishedMismatch: { readonly published: string; readonly computed: string } | null;
  /** The evidence of a judged measure, newest first. */
  readonly evidence: readonly { readonly period: string; readonly unitName: string; readonly text: string }[];
}

/** A target with everything that its result rests on. */
export interface TargetView {
  readonly state: ViewState;
  readonly termName: string;
  readonly final: boolean;
  readonly illustrative: boolean;
  readonly code: string;
  readonly position: number;
  readonly name: string;
  /** The resolution's exact words. */
  readonly wording: string | null;
  readonly provenance: Provenance;
  readonly status: Status;
  readonly measures: readonly TargetMeasureView[];
  readonly previous: { readonly code: string; readonly name: string } | null;
  readonly next: { readonly code: string; readonly name: string } | null;
  readonly mayExport: boolean;
  /** What was asked about the target and its cells' figures, newest first. */
  readonly explanations: readonly ExplanationItem[];
  /** The person may ask about it. */
  readonly mayAsk: boolean;
}

/** The target that an address asks for; null where there is none. */
export async function loadTarget(code: string, query: ViewQuery & WhatIfQuery): Promise<TargetView | null> {
  const actor = await requireActor("targets.view");
  const today = clock.today();
  const locale = await getLocale();
  const store = await getStore();
  return store.read((db) => readTarget(db, code, { actor, query, today, locale }));
}

/** Who looks, at what, and in which language. */
export interface LookingAtTarget extends Looking {
  readonly actor: Actor;
  readonly query: ViewQuery & WhatIfQuery;
}

/** The same from a consistent snapshot, without a request. */
export async function readTarget(db: ReadDb, code: string, looking: LookingAtTarget): Promise<TargetView | null> {
  const { actor, query, today, locale } = looking;
  const asked = readAskedView(visibleTerms(await listTerms(db), seesDrafts(actor, today)), query, today);
  if (asked === null) return null;
  const { term, state } = asked;
  const look: TermLook = { term, unitId: null, asOf: state.asOf, basis: state.basis };
  const results = await readTermResults(db, look);
  const place = results.targets.findIndex(({ target }) => target.code === code);
  const result = results.targets[place];
  if (result === undefined) return null;
  const reader: TargetReader = { db, look, results, actor, today, wording: { locale, t: createTranslate(locale) } };
  const { target, achievement } = result;
  return {
    state,
    termName: term.name,
    final: results.achievement.final,
    illustrative: await hasIllustrativeFigures(db, term.id),
    code,
    position: target.position,
    name: target.name,
    wording: target.wording,
    provenance: target.provenance ?? "stated",
    status: statusOf(achievement),
    measures: await readMeasureViews(reader, result, query),
    previous: neighbourOf(results.targets[place - 1]),
    next: neighbourOf(results.targets[place + 1]),
    mayExport: may(actor, "reports.export", null, today),
    explanations: await readTargetExplanations(reader, result),
    mayAsk: term.state === "running" && may(actor, "explanations.ask", null, today),
  };
}

async function readTargetExplanations(
  { db, look, actor, today, wording }: TargetReader,
  { target }: TargetResult,
): Promise<readonly ExplanationItem[]> {
  const asked = await readTermExplanations(db, look.term, actor, today);
  const isAbout = ({ context }: ReadExplanation) =>
    context.target?.id === target.id || context.measure?.targetId === target.id;
  return asked
    .filter(isAbout)
    .map((one) => buildItem(one, today, wording))
    .reverse();
}

function neighbourOf(result: TargetResult | undefined): TargetView["next"] {
  return result ? { code: result.target.code, name: result.target.name } : null;
}

async function readMeasureViews(
  reader: TargetReader,
  { measures }: TargetResult,
  query: WhatIfQuery,
): Promise<TargetMeasureView[]> {
  const asked = findAsked(measures, query);
  const views: TargetMeasureView[] = [];
  for (const measure of measures) {
    views.push(await readMeasureView(reader, measure, measure === asked ? query.whatIf : undefined));
  }
  return views;
}
