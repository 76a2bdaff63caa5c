// A term's targets with what their forms are read and filled with, for workflows and loaders.
import { listTargets, type StoredTarget } from "@/db/queries/targets";
import type { StoredMeasure } from "@/db/queries/measures";
import { findTerm, type StoredTerm } from "@/db/queries/terms";
import { listUnits, type StoredUnit } from "@/db/queries/units";
import type { ReadDb } from "@/db/store";
import { DomainError, type FieldError, type FieldErrors } from "@/domain/errors";
import type { TargetState } from "@/domain/inputs/targets";
import { thousandthsText } from "@/domain/thousandths";
import { readTypedMeasure, type MeasureState, type TypedMeasure } from "@/domain/typed-measures";

/** A term with its targets and all units. */
export interface TermTargets {
  readonly term: StoredTerm;
  readonly targets: readonly StoredTarget[];
  readonly units: readonly StoredUnit[];
}

/** Reads them. DomainError `not_found` when there is no such term. */
export async function readTermTargets(db: ReadDb, termId: string | null): Promise<TermTargets> {
  const term = termId === null ? null : await findTerm(db, termId);
  if (term === null) throw new DomainError("not_found");
  return { term, targets: await listTargets(db, term.id), units: await listUnits(db) };
}

/** What a target's form was filled from. */
export function targetStateOf({ code, name, wording, groupCode, provenance }: StoredTarget): TargetState {
  return { code, name, wording, groupCode, provenance: provenance ?? "stated" };
}

/** What a measure's form was filled from. */
export function measureStateOf(measure: StoredMeasure, units: readonly StoredUnit[]): MeasureState {
  const { code, name, kind, frequency, overUnits, overTime, rule, unitLabel, nLabel, dLabel } = measure;
  const { decimals, mayExceedBase, sensitive, unitIds, fixedBase, planProvenance, published } = measure;
  const codeOf = new Map(units.map((unit) => [unit.id, unit.code]));
  const years = fixedBase?.years && Object.entries(fixedBase.years).map(([id, base]) => [id, thousandthsText(base)]);
  return {
    ...{ code, name, kind, frequency, overUnits, overTime, rule, unitLabel, nLabel, dLabel },
    ...{ decimals, mayExceedBase, sensitive },
    unitCodes: unitIds?.map((id) => codeOf.get(id) ?? id) ?? null,
    termBase: fixedBase?.term === undefined ? null : thousandthsText(fixedBase.term),
    yearBases: years ? (Object.fromEntries(years) as Record<string, string>) : null,
    planProvenance: planProvenance ?? "stated",
    published: published && { value: published.value, verdict: published.verdict },
  };
}

type Place = Pick<StoredMeasure, "id" | "targetId" | "position" | "earlierPlans" | "joinedOn">;

/** The measure that a form says, complete when there is no problem. */
interface MeasureReading {
  readonly measure: StoredMeasure;
  readonly problems: FieldErrors;
}

/** The measure that a form says, at its place, and what is wrong with it by field, each path beginning with `at`. */
export function readMeasureForm(
  { term, units }: TermTargets,
  typed: TypedMeasure,
  place: Place,
  at = "",
): MeasureReading {
  const { fields, problems: found } = readTypedMeasure(
    typed,
    term.years.map(({ id }) => id),
  );
  const problems = { ...found };
  const unitIds = typed.appliesTo === "cells" ? null : idsOf(units, typed.unitCodes, problems);
  const wrong = Object.entries(problems).map(([path, problem]): [string, FieldError] => [`${at}${path}`, problem]);
  const { code, name, sensitive, planProvenance } = typed;
  const { id, targetId, position, earlierPlans } = place;
  const joinedOn = Object.fromEntries(Object.entries(place.joinedOn).filter(([unitId]) => unitIds?.includes(unitId)));
  const labels = { unitLabel: typed.unitLabel || null, nLabel: typed.nLabel || null, dLabel: typed.dLabel || null };
  const standing = { id, targetId, position, earlierPlans, code, name };
  const measure = { ...fields, ...labels, ...standing, sensitive, planProvenance, unitIds, joinedOn };
  return { measure, problems: Object.fromEntries(wrong) };
}

function idsOf(units: readonly StoredUnit[], codes: readonly string[], problems: Record<string, FieldError>): string[] {
  const idOf = new Map(units.map(({ code, id }) => [code, id]));
  return [...new Set(codes)].flatMap((code) => {
    const id = idOf.get(code);
    if (id === undefined) problems.unitCodes = { code: "bad_choice", values: {} };
    return id === undefined ? [] : [id];
  });
}
