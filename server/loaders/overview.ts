import { getLocale } from "next-intl/server";
import type { ExcessUnit } from "@/domain/achievements";
import type { CalendarDate } from "@/domain/dates";
import type { Frequency, MeasureKind, OverTime, OverUnits, Provenance, Rule } from "@/domain/measures";
import { may } from "@/domain/permissions";
import type { Status } from "@/domain/statuses";
import type { ShownTaskState } from "@/domain/tasks";
import type { Locale } from "@/messages/translate";
import { clock } from "../clock";
import { readRemembered } from "../remembered";
import { requireActor } from "../require-actor";
import { getStore } from "../store";
import { seesDrafts } from "./asked-view";
import type { Drawing } from "./drawings";
import { readOverview } from "./overview-reading";
import type { ViewQuery, ViewState } from "./view-state";

/** A promised value as it is shown, with its unit where that is a sign (`95%`). */
export interface PlanView {
  readonly value: string;
  /** The upper bound of a range. */
  readonly upper: string | null;
  readonly provenance: Provenance;
}

/** What the remaining periods must bring (CALCULATION.md §5, rounded up). */
export interface RequiredView {
  readonly value: string;
  readonly frequency: Frequency;
  readonly periodsLeft: number;
}

/** A measure's result at the page's date: every figure a ready text in the page's language. */
export interface MeasureView {
  readonly id: string;
  readonly name: string;
  readonly kind: MeasureKind;
  readonly rule: Rule;
  readonly overUnits: OverUnits;
  readonly overTime: OverTime;
  readonly frequency: Frequency;
  /** `đảng viên`; `%` for a rate. */
  readonly unitLabel: string;
  /** `97,61%`, `12`, the word of a level or judgement, `3/3` kept years of a yearly judgement; null when missing. */
  readonly actual: string | null;
  /** Submitted figures that nobody has accepted yet are part of it: drawn hollow. */
  readonly provisional: boolean;
  readonly plan: PlanView | null;
  /** Only where it is pro-rated and so differs from the plan. */
  readonly planToDate: string | null;
  /** `240%`; null where an achievement % means nothing. */
  readonly achievementPct: string | null;
  /** Signed, without its unit: `+2,61`, `−0,88`. A ceiling's margin likewise. */
  readonly excess: string | null;
  readonly excessUnit: ExcessUnit | null;
  /** What a report writes of the result: `đạt 240% chỉ tiêu, vượt 140%`. */
  readonly sentence: string;
  readonly status: Status;
  readonly required: RequiredView | null;
  readonly received: number;
  readonly expected: number;
  /** Null where nothing can be drawn. */
  readonly drawing: Drawing | null;
}

/** One of the promises, in the order of the resolution. */
export interface OverviewTarget {
  readonly code: string;
  readonly position: number;
  readonly name: string;
  readonly provenance: Provenance;
  readonly status: Status;
  readonly measures: readonly MeasureView[];
}

/** A unit's reports of ended periods that have not come. */
export interface MissingReports {
  readonly unitCode: string;
  readonly unitName: string;
  readonly count: number;
  /** The newest of them as they are written, e.g. `5/2023`, `6/2023`; at most three. */
  readonly newest: readonly string[];
}

/** Something that needs a person now. */
export type OverviewTodo =
  | {
      readonly type: "measure";
      readonly status: Status;
      readonly targetCode: string;
      readonly targetName: string;
      /** Null where the target has one measure only. */
      readonly measureName: string | null;
      readonly measure: MeasureView;
      /** Plan − actual of a count that is short of its plan. */
      readonly shortBy: string | null;
    }
  | ({ readonly type: "reports" } & MissingReports)
  | { readonly type: "tasks"; readonly groupName: string; readonly late: number };

/** A unit that leads or supports a task, by its name of the page's day. */
export interface TaskUnitView {
  readonly name: string;
  /** The last day of a unit that no longer exists. */
  readonly endedOn: CalendarDate | null;
}

export interface OverviewTask {
  /** Its code: the task's address is made of it. */
  readonly id: string;
  readonly name: string;
  readonly state: ShownTaskState;
  /** Null where the office has named none. */
  readonly lead: TaskUnitView | null;
  readonly dueOn: CalendarDate | null;
  readonly targets: readonly { readonly code: string; readonly name: string }[];
  readonly lastUpdate: { readonly on: CalendarDate; readonly text: string } | null;
}

export interface OverviewTaskGroup {
  readonly id: string;
  readonly position: number;
  readonly name: string;
  readonly tasks: readonly OverviewTask[];
}

/** A term on one page, at a day and on a basis. */
export interface OverviewView {
  readonly state: ViewState;
  readonly termName: string;
  /** The term is over at the page's date. */
  readonly final: boolean;
  /** Some figures are illustrations: a banner says so. */
  readonly illustrative: boolean;
  readonly monthsPassed: number;
  readonly monthsTotal: number;
  /** Reports (a unit, a period) of ended periods. */
  readonly reports: {
    readonly received: number;
    readonly expected: number;
    /** Cells that exist at the page's date. */
    readonly cells: number;
    readonly missing: readonly MissingReports[];
  };
  readonly targets: readonly OverviewTarget[];
  readonly todo: readonly OverviewTodo[];
  readonly taskGroups: readonly OverviewTaskGroup[];
  readonly mayExport: boolean;
}

/** Who looks, from where and in which language. */
export interface Looking {
  readonly query: ViewQuery;
  readonly today: CalendarDate;
  readonly locale: Locale;
  /** Terms that are still being set up may be asked for. */
  readonly drafts?: boolean;
}

/** The overview that an address asks for; null while there is no term. */
export async function loadOverview(query: ViewQuery): Promise<OverviewView | null> {
  const actor = await requireActor("targets.view");
  const today = clock.today();
  const locale = await getLocale();
  const mayExport = may(actor, "reports.export", null, today);
  const { term, asOf, basis } = query;
  const drafts = seesDrafts(actor, today);
  const key = JSON.stringify(["overview", { term, asOf, basis }, today, locale, mayExport, drafts]);
  return readRemembered(await getStore(), key, (db) => readOverview(db, { query, today, locale, drafts }, mayExport));
}
