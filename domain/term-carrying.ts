// A new term from the one before it: what is carried forward, what becomes of it, and the links that say so.
import type { FixedBase, Measure, Plans, Provenance } from "./measures";
import type { TargetLinkKind } from "./targets";
import type { ReportingYear, Term } from "./terms";
import { isDissolvedBy, type Unit } from "./units";

/** What becomes of a target of the previous term. */
export type CarryKind = Exclude<TargetLinkKind, "new">;

/** The office's choice for one target of the previous term. A redefinition says why. */
export interface CarryChoice {
  readonly targetCode: string;
  readonly kind: CarryKind;
  readonly reason: string | null;
}

/** Makes the ids of the rows that a carried term is made of. */
export type MakeId = () => string;

/** A measure as it is carried: what the calculation knows of it, and the rows around it. */
export interface CarriedMeasure extends Measure {
  readonly targetId: string;
  readonly planProvenance: Provenance | null;
  readonly published: unknown;
}

export interface CarriedTarget {
  readonly id: string;
  readonly code: string;
  readonly name: string;
  readonly position: number;
  readonly measures: readonly CarriedMeasure[];
}

/** How a target goes back to the previous term. */
export interface CarriedLink {
  readonly targetId: string | null;
  readonly previousTermCode: string | null;
  readonly previousTargetCode: string | null;
  readonly kind: TargetLinkKind;
  readonly reason: string | null;
}

/** The terms on both sides. */
export interface Carrying {
  readonly previous: Term & { readonly code: string };
  readonly next: Term;
  readonly units: readonly Unit[];
  readonly makeId: MakeId;
}

/** A redefined target needs its reason. */
export function lacksReason({ kind, reason }: Pick<CarryChoice, "kind" | "reason">): boolean {
  return kind === "redefined" && !reason?.trim();
}

/**
 * Carries targets forward with their measures, under new ids and in their order. A target that no choice names is
 * carried as the same. Plans are proposals: they are marked assumed until the office confirms them.
 */
export function carryTargets<T extends CarriedTarget>(
  targets: readonly T[],
  choices: readonly CarryChoice[],
  carrying: Carrying,
): { readonly targets: readonly T[]; readonly links: readonly CarriedLink[] } {
  const choiceOf = (code: string) => choices.find(({ targetCode }) => targetCode === code);
  const kept = targets.filter(({ code }) => choiceOf(code)?.kind !== "dropped");
  const carried = kept.map((target, index) => carryTarget(target, index + 1, carrying));
  const links = targets.map(({ code }): CarriedLink => {
    const { kind, reason } = choiceOf(code) ?? { kind: "same" as const, reason: null };
    const targetId = carried.find((target) => target.code === code)?.id ?? null;
    return { targetId, previousTermCode: carrying.previous.code, previousTargetCode: code, kind, reason };
  });
  return { targets: carried, links };
}

function carryTarget<T extends CarriedTarget>(target: T, position: number, carrying: Carrying): T {
  const id = carrying.makeId();
  return { ...target, id, position, measures: target.measures.map((measure) => carryMeasure(measure, id, carrying)) };
}

/**
 * A measure in the new term: its newest method, its last plans year by year in their order, and of the units it lists
 * those that still exist when the term begins or come later. What was once announced stays behind.
 */
function carryMeasure(measure: CarriedMeasure, targetId: string, carrying: Carrying): CarriedMeasure {
  const { previous, next, units, makeId } = carrying;
  const toYear = yearMapping(previous.years, next.years);
  const living = new Set(units.filter((unit) => !isDissolvedBy(unit, next.startsOn)).map(({ id }) => id));
  return {
    ...measure,
    ...{ id: makeId(), targetId, earlierPlans: [], published: null },
    plans: carryPlans(measure.plans, toYear),
    planProvenance: measure.kind === "judged" ? measure.planProvenance : "assumed",
    fixedBase: carryBase(measure.fixedBase, toYear),
    unitIds: measure.unitIds?.filter((id) => living.has(id)) ?? null,
    joinedOn: Object.fromEntries(Object.entries(measure.joinedOn).filter(([, day]) => day > next.startsOn)),
  };
}

type YearMapping = ReadonlyMap<string, string>;

/** The first year stands for the first, the second for the second; a year too many has no counterpart. */
function yearMapping(from: readonly ReportingYear[], to: readonly ReportingYear[]): YearMapping {
  return new Map(
    from.flatMap(({ id }, index) => {
      const counterpart = to[index];
      return counterpart ? [[id, counterpart.id] as const] : [];
    }),
  );
}

function carryYears<V>(values: Readonly<Record<string, V>>, toYear: YearMapping): Record<string, V> {
  const carried = Object.entries(values).flatMap(([year, value]) => {
    const counterpart = toYear.get(year);
    return counterpart === undefined ? [] : [[counterpart, value] as const];
  });
  return Object.fromEntries(carried);
}

function carryPlans(plans: Plans, toYear: YearMapping): Plans {
  return { ...plans, yearPlans: carryYears(plans.yearPlans, toYear) };
}

function carryBase(base: FixedBase | null, toYear: YearMapping): FixedBase | null {
  if (!base?.years) return base;
  const years = carryYears(base.years, toYear);
  return Object.keys(years).length === 0 ? null : { years };
}
