// The page on which the leadership asks: about a target, a cell's figure, or a report.
import "server-only";
import { notFound } from "next/navigation";
import { listTargets } from "@/db/queries/targets";
import { listTerms, type StoredTerm } from "@/db/queries/terms";
import { listUnits, type StoredUnit } from "@/db/queries/units";
import type { ReadDb } from "@/db/store";
import type { Authorized } from "@/domain/permissions";
import { existsAt, unitVersionAt } from "@/domain/units";
import { committeeOf } from "../explanation-context";
import { getStore } from "../store";
import type { AskView, Choice } from "./explanation-views";
import type { Wording } from "./figure-texts";
import { loadWording } from "./load-wording";
import { inOfficialOrder } from "./missing-reports";
import { periodTitle } from "./period-texts";
import { listTermReports } from "./report-lists";

/** What the address names, by codes: a term, and a target or a unit with a measure, a period or both. */
export type AskQuery = Readonly<Partial<Record<"term" | "target" | "unit" | "measure" | "period", string>>>;

/** The form to ask with; not found where the address names nothing that can be asked about. */
export async function loadAskForm(actor: Authorized<"explanations.ask">, query: AskQuery): Promise<AskView> {
  const wording = await loadWording();
  const view = await (await getStore()).read((db) => readAskForm(db, actor, query, wording));
  return view ?? notFound();
}

/** The same from a consistent snapshot, without a request; null where nothing can be asked. */
export async function readAskForm(
  db: ReadDb,
  actor: Authorized<"explanations.ask">,
  query: AskQuery,
  wording: Wording,
): Promise<AskView | null> {
  const term = (await listTerms(db)).find(({ code, state }) => code === query.term && state === "running");
  if (!term) return null;
  const units = (await listUnits(db)).filter((unit) => existsAt(unit, actor.on));
  const shared = { termId: term.id, termCode: term.code, today: actor.on };
  if (query.target !== undefined) {
    const target = (await listTargets(db, term.id)).find(({ code }) => code === query.target);
    if (!target) return null;
    return {
      ...{ ...shared, targetId: target.id, measureId: null, targetCode: target.code, unitCode: null, periodKey: null },
      title: wording.t("explanations.about.target", { position: target.position, name: target.name }),
      units: committeeFirst(units, actor),
      periods: [],
    };
  }
  const unit = units.find(({ code }) => code === query.unit);
  const asked = unit && (await readReportForm(db, { term, unit }, actor, query, wording));
  return asked ? { ...shared, ...asked } : null;
}

function committeeFirst(units: readonly StoredUnit[], { on }: Authorized<"explanations.ask">): readonly Choice[] {
  const committee = committeeOf(units);
  const others = inOfficialOrder(units, on).filter(({ id }) => id !== committee.id);
  return [committee, ...others].map((unit) => ({ value: unit.id, label: unitVersionAt(unit, on).name }));
}

/** About a unit's figure or report: of the period that is named, else of one to be chosen, newest first. */
async function readReportForm(
  db: ReadDb,
  { term, unit }: { readonly term: StoredTerm; readonly unit: StoredUnit },
  { on }: Authorized<"explanations.ask">,
  query: AskQuery,
  wording: Wording,
): Promise<Omit<AskView, "termId" | "termCode" | "today"> | null> {
  const measures = (await listTargets(db, term.id)).flatMap((target) => target.measures);
  const measure = query.measure === undefined ? null : measures.find(({ code }) => code === query.measure);
  if (measure === undefined) return null;
  const reports = (await listTermReports(db, term, [unit], on)).filter(
    (report) =>
      report.period.startsOn <= on && (measure === null || report.measures.some(({ id }) => id === measure.id)),
  );
  const named = reports.filter(({ period }) => query.period === undefined || period.key === query.period);
  const newest = named.toSorted((a, b) => (a.period.endsOn < b.period.endsOn ? 1 : -1));
  if (newest.length === 0) return null;
  return {
    title: measure?.name ?? wording.t("explanations.about.report"),
    ...{ targetId: null, measureId: measure?.id ?? null, targetCode: null },
    ...{ unitCode: unit.code, periodKey: query.period ?? null },
    units: [{ value: unit.id, label: unitVersionAt(unit, on).name }],
    periods: newest.map(({ period }) => ({ value: period.id, label: periodTitle(period, wording) })),
  };
}
