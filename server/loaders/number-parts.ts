// What a number is made of, one row each: years, periods, or the units' figures.
import { listAccounts } from "@/db/queries/accounts";
import { listCountingFigures, type CountingFigure } from "@/db/queries/figures";
import { listCountingRevisions, type CountingRevision } from "@/db/queries/submissions";
import type { StoredMeasure } from "@/db/queries/measures";
import type { StoredTerm } from "@/db/queries/terms";
import type { StoredUnit } from "@/db/queries/units";
import type { ReadDb } from "@/db/handle";
import { isPooledRate } from "@/domain/measures";
import type { CountingTotal, MeasureInput } from "@/domain/over-time";
import { periodValue } from "@/domain/period-values";
import type { Period } from "@/domain/periods";
import { may, maySeeCellFigures, type Authorized } from "@/domain/permissions";
import { plansInForce } from "@/domain/plans";
import { countingFigures, type TotalsInput } from "@/domain/totals";
import { indexUnits, isWithin, measureUnitsAt, unitVersionAt, type Unit } from "@/domain/units";
import type { MeasureAchievement } from "@/domain/achievements";
import { judgementText, sumText, valueText, yearText, type Wording } from "./figure-texts";
import { inOfficialOrder } from "./missing-reports";
import type { NumberEntry, NumberPart, NumberParts } from "./number-explanation-views";
import { periodText } from "./period-texts";
import { figureValueText } from "./report-past";

/** The years that a result is made of, each with its value. */
export function yearParts(measure: StoredMeasure, { years }: MeasureAchievement, wording: Wording): NumberParts {
  const rows = years.map((year) => ({
    ...{ key: year.yearId, label: year.yearId, n: null, d: null, reports: null, entry: null },
    value: yearText(measure, year, wording),
    link: { to: "year", yearId: year.yearId } as const,
  }));
  return { of: "years", hasBase: false, rows };
}

/** The ended periods that a result is made of, each with what it brought. */
export function periodParts(
  { measure, asOf }: MeasureInput,
  totals: readonly CountingTotal[],
  wording: Wording,
): NumberParts {
  const hasBase = isPooledRate(measure) && measure.fixedBase === null;
  const rows = totals.map(({ period, total }) => {
    const { sumN, sumD, judged, received, expected } = total;
    const value = periodValue(measure, plansInForce(measure, asOf), total);
    const isNumber = hasBase && sumN !== null && sumD !== null;
    return {
      ...{ key: period.key, label: periodText(period, wording), reports: { received, expected }, entry: null },
      ...{ n: isNumber ? sumText(sumN, wording) : null, d: isNumber ? sumText(sumD, wording) : null },
      value: judged ? judgementText(judged, wording) : value && valueText(measure, value, null, wording),
      link: { to: "period", periodKey: period.key } as const,
    };
  });
  return { of: "periods", hasBase, rows };
}

/** Who looks at the figures of a measure, within which units. */
export interface EntriesReader {
  readonly db: ReadDb;
  readonly actor: Authorized<"targets.view">;
  readonly term: StoredTerm;
  readonly measure: StoredMeasure;
  readonly units: readonly StoredUnit[];
  readonly rootId: string | null;
  readonly basis: TotalsInput["basis"];
  readonly wording: Wording;
}

/** Every figure of the measure that counts on the basis, as the calculation takes them. */
export async function readTotalsInput(reader: EntriesReader, periodId?: string): Promise<TotalsInput> {
  const { db, term, measure, units, rootId, basis } = reader;
  const filter = { termId: term.id, measureIds: [measure.id], ...(periodId ? { periodIds: [periodId] } : {}) };
  return { measure, units, rootId, basis, figures: await listCountingFigures(db, filter, basis) };
}

/** What each unit reported for a period, those that were expected and have not included, in the official order. */
export async function readPeriodEntries(
  reader: EntriesReader,
  period: Period & { readonly id: string },
): Promise<{ readonly input: TotalsInput; readonly parts: NumberParts }> {
  const { measure, units, rootId } = reader;
  const input = await readTotalsInput(reader, period.id);
  const figures = countingFigures(input, period) as readonly CountingFigure[];
  const byId = indexUnits(units);
  const asked = measureUnitsAt(measure, units, period.endsOn).filter(({ id }) =>
    isWithin(byId, id, rootId, period.endsOn),
  );
  const told = new Set([...asked.map(({ id }) => id), ...figures.map(({ unitId }) => unitId)]);
  const shown = inOfficialOrder(
    units.filter(({ id }) => told.has(id)),
    period.endsOn,
  );
  return { input, parts: await readEntries(reader, shown, figures, period) };
}

/** Each unit's figure with what became of it; `period` names the units by its last day. */
export async function readEntries(
  reader: EntriesReader,
  units: readonly StoredUnit[],
  figures: readonly CountingFigure[],
  period: Period | null,
): Promise<NumberParts> {
  const { db, term, basis, measure } = reader;
  const ids = figures.map(({ submissionId }) => submissionId);
  const revisions = await listCountingRevisions(db, { termId: term.id, submissionIds: ids }, basis);
  const names = new Map((await listAccounts(db)).map(({ id, displayName }) => [id, displayName]));
  const byUnit = new Map(figures.map((figure) => [figure.unitId, figure]));
  const rows = units.map((unit) => {
    const figure = byUnit.get(unit.id) ?? null;
    const revision = figure && (revisions.get(figure.submissionId) ?? null);
    return entryRow(reader, { unit, figure, revision, period }, names);
  });
  return { of: "units", hasBase: measure.kind === "rate" && measure.fixedBase === null, rows };
}

interface UnitEntry {
  readonly unit: StoredUnit;
  readonly figure: CountingFigure | null;
  readonly revision: CountingRevision | null;
  readonly period: Period | null;
}

function nameAt(unit: Unit, { actor }: EntriesReader, period: Period | null): string {
  return unitVersionAt(unit, period?.endsOn ?? actor.on).name;
}

function entryRow(reader: EntriesReader, entry: UnitEntry, names: ReadonlyMap<string, string>): NumberPart {
  const { actor, measure, wording } = reader;
  const { unit, figure, period } = entry;
  const shared = { key: unit.id, label: nameAt(unit, reader, period), reports: null };
  if (unit.kind === "cell" && !maySeeCellFigures(actor, measure, unit.id, actor.on)) {
    return { ...shared, n: null, d: null, value: null, link: null, entry: { ...NOTHING, state: "withheld" } };
  }
  if (figure === null) return { ...shared, n: null, d: null, value: null, link: null, entry: NOTHING };
  const { value } = figure;
  const hasBase = value.type === "number" && value.n !== null && value.d !== null;
  return {
    ...shared,
    n: hasBase && value.n !== null ? sumText(value.n, wording) : null,
    d: hasBase && value.d !== null ? sumText(value.d, wording) : null,
    value: figureValueText(measure, value, wording),
    link: { to: "figure", unitCode: unit.code, periodKey: figure.period },
    entry: entryOf(reader, entry, figure, names),
  };
}

const NOTHING: NumberEntry = {
  ...{ state: "missing", notApplicable: false, estimate: false, imported: false },
  ...{ sentBy: null, sentAt: null, decidedBy: null, decidedAt: null, note: null, correction: null },
};

function entryOf(
  { actor }: EntriesReader,
  { unit, revision }: UnitEntry,
  figure: CountingFigure,
  names: ReadonlyMap<string, string>,
): NumberEntry {
  const seesReports = may(actor, "submissions.view", unit.id, actor.on);
  const nameOf = (id: string | null | undefined) => (id && seesReports ? (names.get(id) ?? null) : null);
  return {
    state: figure.state === "accepted" ? "accepted" : "submitted",
    notApplicable: figure.value.type === "not_applicable",
    estimate: figure.estimate,
    imported: revision !== null && revision.sealedBy === null && revision.createdBy === null,
    ...{ sentBy: nameOf(revision?.sealedBy), sentAt: revision?.sealedAt ?? null },
    ...{ decidedBy: nameOf(revision?.decidedBy), decidedAt: revision?.decidedAt ?? null },
    note: seesReports ? figure.note : null,
    correction: figure.correction && (figure.correction.reason ?? ""),
  };
}
