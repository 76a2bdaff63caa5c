// What must hold of accounts and their roles: the office stays reachable, no role is held twice at a time, and what
// was held stays on record.
import { addDays, laterOf, type CalendarDate } from "./dates";
import { DomainError, type ErrorCode, type FieldError } from "./errors";
import { holdsOn, type Role, type RoleHolding } from "./roles";
import type { Unit } from "./units";

/** A role as it is stored: `recordedOn` is the day on which the office wrote it down. */
export interface StoredHolding extends RoleHolding {
  readonly id: string;
  readonly role: Role;
  readonly recordedOn: CalendarDate;
}

/** A role as it shall be; `id` is null for a new one. */
export interface WantedHolding extends Omit<StoredHolding, "id" | "recordedOn"> {
  readonly id: string | null;
}

/** What the rule of the office needs to know about an account. */
export interface AccountRoles {
  readonly suspended: boolean;
  readonly holdings: readonly Pick<RoleHolding, "role" | "from" | "to">[];
}

/**
 * The first day, `from` or later, on which no account that is not suspended holds the office's role; null when there
 * is none, that is when somebody of the office remains for good.
 */
export function findDayWithoutOffice(accounts: readonly AccountRoles[], from: CalendarDate): CalendarDate | null {
  const spans = accounts
    .filter(({ suspended }) => !suspended)
    .flatMap(({ holdings }) => holdings.filter(({ role }) => role === "office"));
  let day = from;
  for (;;) {
    const inForce = spans.filter((span) => span.from <= day && (span.to === null || day <= span.to));
    if (inForce.length === 0) return day;
    const ends = inForce.flatMap(({ to }) => (to === null ? [] : [to]));
    if (ends.length < inForce.length) return null;
    day = addDays(ends.reduce(laterOf), 1);
  }
}

/**
 * Refuses with `office_must_remain` a change after which some day from today on has no office account. Where there was
 * such a day before, a change that does not bring it nearer passes: it may be the first step out of it.
 */
export function requireOffice(
  before: readonly AccountRoles[],
  after: readonly AccountRoles[],
  today: CalendarDate,
): void {
  const missing = findDayWithoutOffice(after, today);
  if (missing === null) return;
  const missingBefore = findDayWithoutOffice(before, today);
  if (missingBefore === null || missing < missingBefore) throw new DomainError("office_must_remain", { day: missing });
}

type Stretch = Pick<RoleHolding, "role" | "unitId" | "from" | "to">;

function isSameRole(a: Stretch, b: Stretch): boolean {
  return a.role === b.role && a.unitId === b.unitId;
}

/** Whether two stretches have a day in common. */
function overlaps(a: Stretch, b: Stretch): boolean {
  return (a.to === null || b.from <= a.to) && (b.to === null || a.from <= b.to);
}

/**
 * Refuses roles that contradict each other or the record: the same role twice on one day (`holding_overlaps`), and
 * what was held before today changed afterwards. A holding that was recorded before today and has begun keeps its role
 * and unit and is not removed (`holding_on_record`); once ended it stays as it is, and until then it has begun by today.
 * What was recorded today can still be corrected in every way.
 */
export function checkHoldings(
  stored: readonly StoredHolding[],
  wanted: readonly WantedHolding[],
  today: CalendarDate,
): void {
  const fields: Record<string, FieldError> = {};
  const refuse = (field: string, code: ErrorCode) => (fields[field] ??= { code, values: {} });
  const missing = stored.some((held) => isOnRecord(held, today) && !wanted.some(({ id }) => id === held.id));
  if (missing) refuse("holdings", "holding_on_record");
  wanted.forEach((holding, index) => {
    const earlier = wanted.slice(0, index);
    if (earlier.some((other) => isSameRole(other, holding) && overlaps(other, holding))) {
      refuse(`holdings.${index}.from`, "holding_overlaps");
    }
    const held = stored.find(({ id }) => id === holding.id);
    if (holding.id !== null && !held) refuse("holdings", "not_found");
    const field = held && fieldAgainstRecord(held, holding, today);
    if (field) refuse(`holdings.${index}.${field}`, "holding_on_record");
  });
  if (Object.keys(fields).length > 0) throw new DomainError("invalid_input", {}, fields);
}

/**
 * Refuses roles for a unit that there is not (`bad_choice`), or that has no day in common with the role
 * (`unit_not_there`), at their fields.
 */
export function checkHoldingUnits(units: readonly Unit[], holdings: readonly WantedHolding[]): void {
  const fields: Record<string, FieldError> = {};
  holdings.forEach(({ unitId, from, to }, index) => {
    const unit = units.find(({ id }) => id === unitId);
    if (unitId !== null && !unit) fields[`holdings.${index}.unitId`] = { code: "bad_choice", values: {} };
    const meets = !unit || ((unit.to === null || from <= unit.to) && (to === null || unit.from <= to));
    if (!meets) fields[`holdings.${index}.from`] = { code: "unit_not_there", values: {} };
  });
  if (Object.keys(fields).length > 0) throw new DomainError("invalid_input", {}, fields);
}

/** Whether a holding is part of the record: written down before today, and begun. */
export function isOnRecord({ from, recordedOn }: StoredHolding, today: CalendarDate): boolean {
  return recordedOn < today && from < today;
}

/** Whether a holding is over. */
export function hasEnded({ to }: Pick<RoleHolding, "to">, today: CalendarDate): boolean {
  return to !== null && to < today;
}

function fieldAgainstRecord(held: StoredHolding, wanted: WantedHolding, today: CalendarDate): string | null {
  if (!isOnRecord(held, today)) return null;
  if (held.role !== wanted.role) return "role";
  if (held.unitId !== wanted.unitId) return "unitId";
  if (!hasEnded(held, today)) return wanted.from > today ? "from" : null;
  if (held.from !== wanted.from) return "from";
  return held.to === wanted.to ? null : "to";
}

/** A cell that passes from one secretary to the next: `on` is the first day of the next. */
export interface Handover {
  readonly unitId: string;
  readonly on: CalendarDate;
  /** The last day of the unit's life, null while it has none. */
  readonly unitEndsOn: CalendarDate | null;
}

/**
 * The giver's roles after a handover: the one for the cell ends the day before. Refuses at `on` with
 * `not_secretary_then` when the giver does not hold the cell on that day before, or holds it anew afterwards.
 */
export function handOff(holdings: readonly WantedHolding[], { unitId, on }: Handover): WantedHolding[] {
  const lastDay = addDays(on, -1);
  const ofCell = holdings.filter((holding) => holding.role === "secretary" && holding.unitId === unitId);
  const isHolder = ofCell.some((holding) => holdsOn(holding, lastDay));
  if (!isHolder || ofCell.some(({ from }) => from >= on)) {
    throw new DomainError("invalid_input", {}, { on: { code: "not_secretary_then", values: {} } });
  }
  return holdings.map((holding) =>
    ofCell.includes(holding) && holdsOn(holding, lastDay) ? { ...holding, to: lastDay } : holding,
  );
}

/**
 * The taker's roles after a handover: secretary of the cell from the day on, as long as the cell exists. A holding of
 * the same cell that overlaps or adjoins becomes one with it.
 */
export function takeOver(holdings: readonly WantedHolding[], { unitId, on, unitEndsOn }: Handover): WantedHolding[] {
  const taken: WantedHolding = { id: null, role: "secretary", unitId, from: on, to: unitEndsOn };
  return mergeHolding(holdings, taken);
}

/** The holdings with one more, which takes in those of the same role that overlap or adjoin it; the oldest keeps its id. */
export function mergeHolding(holdings: readonly WantedHolding[], added: WantedHolding): WantedHolding[] {
  const touching = holdings.filter((holding) => isSameRole(holding, added) && touches(holding, added));
  const all = [...touching, added].sort((a, b) => (a.from < b.from ? -1 : 1));
  const { from } = all[0] ?? added;
  const id = all.find((holding) => holding.id !== null)?.id ?? null;
  const to = all.reduce<CalendarDate | null>((last, each) => laterEnd(last, each.to), from);
  return [...holdings.filter((holding) => !touching.includes(holding)), { ...added, id, from, to }];
}

function touches(a: Stretch, b: Stretch): boolean {
  const withNextDay = (stretch: Stretch) => ({ ...stretch, to: stretch.to === null ? null : addDays(stretch.to, 1) });
  return overlaps(withNextDay(a), b) || overlaps(a, withNextDay(b));
}

function laterEnd(a: CalendarDate | null, b: CalendarDate | null): CalendarDate | null {
  return a === null || b === null ? null : laterOf(a, b);
}
