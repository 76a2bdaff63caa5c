// What a bundle says differently from the database, or from itself: reasons to refuse an import before a row is written.
import { canonicalText, type JsonValue } from "../../domain/audit";
import type { BundleProblemCode, ProblemList } from "../../domain/bundle/problems";
import { unitModel } from "../../domain/bundle/model";
import type { Bundle, BundleTerm } from "../../domain/bundle/schema";
import type { ReadDb } from "../handle";
import { findOrganisation } from "../queries/organisations";
import { listTerms } from "../queries/terms";
import { listUnitEvents, listUnits } from "../queries/units";
import { organisationFields, unitByCodes, type UnitByCodes } from "./units";

type Path = readonly PropertyKey[];
type Fields = Readonly<Record<string, JsonValue | undefined>>;

/** Adds a problem for every field that two accounts of the same thing tell differently. */
function compare(
  code: BundleProblemCode,
  id: string,
  pair: { readonly stored: Fields; readonly incoming: Fields },
  path: Path,
  problems: ProblemList,
): void {
  for (const field of Object.keys(pair.incoming)) {
    const [stored, value] = [pair.stored[field] ?? null, pair.incoming[field] ?? null];
    if (canonicalText(stored) === canonicalText(value)) continue;
    problems.add([...path, field], code, { id, field, stored: shown(stored), value: shown(value) });
  }
}

/** A value as a sentence names it: the parts of a list or a row one after the other. */
function shown(value: JsonValue | undefined): string {
  if (value === undefined || value === null || value === "") return "-";
  if (Array.isArray(value)) return value.map(shown).join("; ");
  if (typeof value !== "object") return String(value);
  const keys = Object.keys(value).sort((a, b) => (a < b ? -1 : 1));
  return keys.map((key) => shown((value as Readonly<Record<string, JsonValue | undefined>>)[key])).join(", ");
}

function fieldsOf(unit: UnitByCodes): Fields {
  const { kind, from, to, versions } = unit;
  return { kind, from, to, versions: versions.map((version) => ({ ...version })) };
}

/** Finds everything that the database tells differently: the organisation, shared units and events, terms it has. */
export async function findConflicts(db: ReadDb, bundle: Bundle, problems: ProblemList): Promise<void> {
  const organisation = await findOrganisation(db);
  if (organisation && bundle.organisation) {
    const told = Object.entries(organisationFields(bundle.organisation)).filter(([, value]) => value !== null);
    const known = Object.entries(organisation).filter(([, value]) => value !== null && value !== "");
    const stored: Fields = Object.fromEntries(known);
    const incoming = Object.fromEntries(told.filter(([field]) => field in stored));
    compare("organisation_differs", "", { stored, incoming }, ["organisation"], problems);
  }
  const units = await listUnits(db);
  const codes = new Map(units.map(({ id, code }) => [id, code]));
  const storedUnits = new Map(units.map((unit) => [unit.code, fieldsOf(unitByCodes(unit, codes))]));
  bundle.units.forEach((unit, index) => {
    const stored = storedUnits.get(unit.id);
    const incoming = fieldsOf(unitModel(unit, index));
    if (stored) compare("unit_differs", unit.id, { stored, incoming }, ["units", index], problems);
  });
  await findEventConflicts(db, codes, bundle, problems);
  const terms = new Set((await listTerms(db)).map(({ code }) => code));
  bundle.terms.forEach(({ id }, index) => {
    if (terms.has(id)) problems.add(["terms", index, "id"], "term_exists", { id });
  });
}

async function findEventConflicts(
  db: ReadDb,
  codes: ReadonlyMap<string, string>,
  bundle: Bundle,
  problems: ProblemList,
): Promise<void> {
  const codesOf = (ids: readonly string[]) => ids.map((id) => codes.get(id) ?? id);
  const events = new Map((await listUnitEvents(db)).map((event) => [event.code, event]));
  (bundle.unitEvents ?? []).forEach((event, index) => {
    const known = events.get(event.id);
    if (!known) return;
    const { kind, happenedOn: on, decision } = known;
    const stored = { kind, on, decision: decision ?? "", from: codesOf(known.from), into: codesOf(known.into) };
    const { kind: newKind, on: newOn, decision: newDecision, from, into } = event;
    const incoming = { kind: newKind, on: newOn, decision: newDecision ?? "", from: from ?? [], into: into ?? [] };
    compare("event_differs", event.id, { stored, incoming }, ["unitEvents", index], problems);
  });
}

/** Finds figures of one unit and period that do not share one status: that of their submission, else of the first. */
export function findMixedStatuses(term: BundleTerm, path: Path, problems: ProblemList): void {
  const identity = (unit: string, period: string) => JSON.stringify([unit, period]);
  const statuses = new Map(
    (term.submissions ?? []).map(({ unit, period, status }) => [identity(unit, period), status]),
  );
  (term.figures ?? []).forEach(({ unit, period, status }, index) => {
    const stored = statuses.get(identity(unit, period)) ?? status;
    statuses.set(identity(unit, period), stored);
    if (stored !== status)
      problems.add([...path, "figures", index, "status"], "mixed_statuses", { stored, value: status });
  });
}
