// The totals of a period that one figure enters: of its own unit, and of every unit above it on the period's last day.
import type { StoredMeasure } from "@/db/queries/measures";
import type { StoredPeriod } from "@/db/queries/periods";
import { listUnitTotals } from "@/db/queries/totals";
import { listUnits, type StoredUnit } from "@/db/queries/units";
import type { ReadDb } from "@/db/store";
import type { Basis } from "@/domain/figures";
import { isPooledRate } from "@/domain/measures";
import { periodValue } from "@/domain/period-values";
import { maySeeCellFigures, type Authorized, type Permission } from "@/domain/permissions";
import { plansInForce } from "@/domain/plans";
import type { PeriodTotal } from "@/domain/totals";
import { indexUnits, lineAt, unitVersionAt } from "@/domain/units";
import type { EnteredTotal, TotalView } from "./figure-history-views";
import { judgementText, sumText, valueText, type Wording } from "./figure-texts";

interface FigurePlace {
  readonly unit: StoredUnit;
  readonly period: StoredPeriod;
  readonly measure: StoredMeasure;
}

/** They stand from the unit upwards, on both bases. A unit whose figures the reader may not see is left out. */
export async function readEnteredTotals(
  db: ReadDb,
  { unit, period, measure }: FigurePlace,
  actor: Authorized<Permission>,
  wording: Wording,
): Promise<EnteredTotal[]> {
  const byId = indexUnits(await listUnits(db));
  const totals = {
    accepted: await listUnitTotals(db, measure.id, "accepted"),
    provisional: await listUnitTotals(db, measure.id, "provisional"),
  };
  const viewOf = (unitId: string, basis: Basis) => {
    const total = totals[basis].get(unitId)?.find((one) => one.period === period.key);
    return totalView(measure, period, total, wording);
  };
  return lineAt(byId, unit, period.endsOn).flatMap((unitId) => {
    const above = byId.get(unitId);
    const isSeen = above?.kind !== "cell" || maySeeCellFigures(actor, measure, unitId, actor.on);
    if (!above || !isSeen) return [];
    const unitName = unitVersionAt(above, period.endsOn).name;
    return [{ unitId, unitName, accepted: viewOf(unitId, "accepted"), provisional: viewOf(unitId, "provisional") }];
  });
}

function totalView(
  measure: StoredMeasure,
  period: StoredPeriod,
  total: PeriodTotal | undefined,
  wording: Wording,
): TotalView {
  if (total === undefined) return { value: null, parts: null, received: 0, expected: 0 };
  const { sumN, sumD, received, expected, judged } = total;
  const value = periodValue(measure, plansInForce(measure, period.endsOn), total);
  const isPooled = isPooledRate(measure) && measure.fixedBase === null && sumN !== null && sumD !== null && sumD !== 0;
  return {
    value: judged ? judgementText(judged, wording) : value && valueText(measure, value, null, wording),
    parts: isPooled ? `${sumText(sumN, wording)}/${sumText(sumD, wording)}` : null,
    ...{ received, expected },
  };
}
