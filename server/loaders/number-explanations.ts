// One number with the way down from it: the formula, the years, periods and figures behind, and who entered them.
import "server-only";
import { notFound } from "next/navigation";
import { findLatest } from "@/db/queries/latest-figures";
import type { StoredMeasure } from "@/db/queries/measures";
import { findPeriodByKey } from "@/db/queries/periods";
import { listTargets } from "@/db/queries/targets";
import { listTerms } from "@/db/queries/terms";
import { listTotals } from "@/db/queries/totals";
import { listUnits } from "@/db/queries/units";
import type { ReadDb } from "@/db/handle";
import { NO_LATEST } from "@/domain/latest";
import type { NumberAddress } from "@/domain/number-names";
import { maySeeCellFigures, type Authorized } from "@/domain/permissions";
import { unitVersionAt } from "@/domain/units";
import { getStore } from "../store";
import { readAskedView, seesDrafts, visibleTerms } from "./asked-view";
import type { Wording } from "./figure-texts";
import { loadWording } from "./load-wording";
import { buildMeasureView } from "./measure-views";
import type { NumberExplanationView } from "./number-explanation-views";
import { readNumber, type NumberReader } from "./number-values";
import { resultOf, type MeasureResult, type TermLook } from "./term-results";
import { formulaOf } from "./trace-texts";
import type { ViewQuery } from "./view-state";

/** The number at an address; one that this person may not see, or that is not there, is not found. */
export async function loadNumberExplanation(
  actor: Authorized<"targets.view">,
  address: NumberAddress,
  query: ViewQuery,
): Promise<NumberExplanationView> {
  const wording = await loadWording();
  const view = await (await getStore()).read((db) => readNumberExplanation(db, { actor, query, wording }, address));
  return view ?? notFound();
}

/** Who asks, under which term, day and basis, and in which language. */
export interface AskingForNumber {
  readonly actor: Authorized<"targets.view">;
  readonly query: ViewQuery;
  readonly wording: Wording;
}

/** The same from a consistent snapshot, without a request; null where there is nothing to see. */
export async function readNumberExplanation(
  db: ReadDb,
  { actor, query, wording }: AskingForNumber,
  address: NumberAddress,
): Promise<NumberExplanationView | null> {
  const asked = readAskedView(visibleTerms(await listTerms(db), seesDrafts(actor, actor.on)), query, actor.on);
  if (asked === null) return null;
  const { term, state } = asked;
  const place = await findMeasure(db, term.id, address.measureCode);
  const units = await listUnits(db);
  const unit = units.find(({ code }) => code === address.unitCode) ?? null;
  if (place === null || (address.unitCode !== undefined && unit === null)) return null;
  const { measure, target } = place;
  if (unit?.kind === "cell" && !maySeeCellFigures(actor, measure, unit.id, actor.on)) return null;
  const look = { term, unitId: unit?.id ?? null, asOf: state.asOf, basis: state.basis };
  const result = await readResult(db, measure, units, look);
  const stored = address.periodKey === undefined ? null : await findPeriodByKey(db, term.id, address.periodKey);
  const period = stored?.frequency === measure.frequency ? stored : null;
  const scope = { db, actor, term, measure, units, rootId: look.unitId, basis: look.basis, wording };
  const reader: NumberReader = { ...scope, result, period };
  const found = await readNumber(reader, address);
  if (found === null) return null;
  const { trace, ...shown } = found;
  return {
    ...{ state, termName: term.name, number: address.number, yearId: address.yearId ?? null },
    target: { code: target.code, name: target.name, position: target.position },
    measure: buildMeasureView(result, wording),
    ...{ nLabel: measure.nLabel, dLabel: measure.dLabel, provisional: result.provisional },
    unit: unit && { code: unit.code, name: unitVersionAt(unit, state.asOf).name },
    formula: trace?.value ? formulaOf(trace, { measure, wording }) : null,
    ...shown,
  };
}

async function findMeasure(db: ReadDb, termId: string, code: string) {
  for (const target of await listTargets(db, termId)) {
    const measure = target.measures.find((one) => one.code === code);
    if (measure !== undefined) return { target, measure };
  }
  return null;
}

async function readResult(
  db: ReadDb,
  measure: StoredMeasure,
  units: Awaited<ReturnType<typeof listUnits>>,
  look: TermLook,
): Promise<MeasureResult> {
  const { term, unitId, basis } = look;
  const totalsOf = async (on: TermLook["basis"]) =>
    (await listTotals(db, { termId: term.id, unitId, basis: on })).get(measure.id) ?? [];
  const accepted = await totalsOf("accepted");
  const shown = basis === "accepted" ? accepted : await totalsOf(basis);
  const latest = measure.overTime === "latest" ? await findLatest(db, measure, term, units, look) : NO_LATEST;
  return resultOf(measure, { shown, accepted }, latest, look);
}
