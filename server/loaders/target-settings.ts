// The targets of a term for the office: what is set up, and what the forms of targets and measures are filled from.
import "server-only";
import { readMeasureUses } from "@/db/queries/measure-uses";
import { findTermByCode } from "@/db/queries/terms";
import type { StoredMeasure } from "@/db/queries/measures";
import type { ReadDb } from "@/db/store";
import type { TargetState } from "@/domain/inputs/targets";
import { needsMethodReason } from "@/domain/measure-changes";
import type { Authorized } from "@/domain/permissions";
import { nextCode } from "@/domain/tasks";
import type { TermState } from "@/domain/terms";
import type { MeasureState } from "@/domain/typed-measures";
import { typedPlansOf, type TypedPlans } from "@/domain/typed-plans";
import { unitVersionAt, type UnitKind } from "@/domain/units";
import { getStore } from "../store";
import { measureStateOf, readTermTargets, targetStateOf, type TermTargets } from "../term-targets";

/** What every form of a measure is offered: the years, the units, and codes that are free. */
export interface MeasureChoices {
  readonly years: readonly { readonly id: string; readonly label: string }[];
  readonly units: readonly { readonly code: string; readonly name: string; readonly kind: UnitKind }[];
  readonly committeeCode: string | null;
  readonly freeCodes: readonly string[];
}

export interface MeasureSettings {
  readonly id: string;
  readonly stored: MeasureState;
  readonly plans: TypedPlans;
  readonly hasFigures: boolean;
  /** Another method needs a reason. */
  readonly methodNeedsReason: boolean;
}

export interface TargetSettings {
  readonly id: string;
  readonly stored: TargetState;
  readonly measures: readonly MeasureSettings[];
}

export interface TargetSettingsView {
  readonly term: { readonly id: string; readonly code: string; readonly name: string; readonly state: TermState };
  readonly targets: readonly TargetSettings[];
  readonly choices: MeasureChoices;
  readonly freeCode: string;
  /** Groups that other targets are in. */
  readonly groups: readonly string[];
}

/** The targets of a term with everything that their forms need; null when there is no such term. */
export async function loadTargetSettings(
  _actor: Authorized<"terms.configure">,
  termCode: string,
): Promise<TargetSettingsView | null> {
  return (await getStore()).read(async (db) => {
    const found = await findTermByCode(db, termCode);
    return found ? readTargetSettings(db, await readTermTargets(db, found.id)) : null;
  });
}

/** One of the targets of a term and all of them, by the codes in an address; null when there is no such target. */
export async function loadTargetOfTerm(
  actor: Authorized<"terms.configure">,
  address: { readonly term: string; readonly target: string },
): Promise<{ readonly view: TargetSettingsView; readonly target: TargetSettings } | null> {
  const view = await loadTargetSettings(actor, decodeURIComponent(address.term));
  const code = decodeURIComponent(address.target);
  const target = view?.targets.find(({ stored }) => stored.code === code);
  return view && target ? { view, target } : null;
}

async function readTargetSettings(db: ReadDb, context: TermTargets): Promise<TargetSettingsView> {
  const { term, targets } = context;
  const settings: TargetSettings[] = [];
  for (const target of targets) {
    const measures: MeasureSettings[] = [];
    for (const measure of target.measures) measures.push(await readMeasureSettings(db, measure, context));
    settings.push({ id: target.id, stored: targetStateOf(target), measures });
  }
  const codes = targets.map(({ code }) => code);
  return {
    term: { id: term.id, code: term.code, name: term.name, state: term.state },
    targets: settings,
    choices: choicesOf(context),
    freeCode: nextCode("t", codes),
    groups: [...new Set(targets.flatMap(({ groupCode }) => groupCode ?? []))],
  };
}

async function readMeasureSettings(
  db: ReadDb,
  measure: StoredMeasure,
  { term, units }: TermTargets,
): Promise<MeasureSettings> {
  const { hasFigures, wasSubmitted } = await readMeasureUses(db, measure.id);
  return {
    ...{ id: measure.id, stored: measureStateOf(measure, units), plans: typedPlansOf(measure.plans), hasFigures },
    methodNeedsReason: needsMethodReason({ term, wasSubmitted }),
  };
}

function choicesOf({ term, targets, units }: TermTargets): MeasureChoices {
  const living = units.filter(({ from, to }) => from <= term.endsOn && (to === null || to >= term.startsOn));
  const codes = targets.flatMap(({ measures }) => measures.map(({ code }) => code));
  const first = nextCode("m", codes);
  return {
    years: term.years.map(({ id }) => ({ id, label: id })),
    units: living.map((unit) => ({ code: unit.code, kind: unit.kind, name: unitVersionAt(unit, term.endsOn).name })),
    committeeCode: living.find(({ kind }) => kind === "committee")?.code ?? null,
    freeCodes: [first, nextCode("m", [...codes, first])],
  };
}
