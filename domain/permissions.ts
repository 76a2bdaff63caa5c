// Who may do what: one table, read by `may`, and the two types that only a passed check can make.
import type { CalendarDate } from "./dates";
import { DomainError } from "./errors";
import { holdsOn, type Actor, type Role, type RoleHolding } from "./roles";

/** Over which units a role has a permission: every unit, or only those that its holding names. */
export type Scope = "all" | "own";

const everyone = { leadership: "all", secretary: "all", office: "all", inspector: "all" } as const;
const office = { office: "all" } as const;
// Cells are entered by their secretaries; for the office "own" is the committee level, which it enters itself.
const enteringUnit = { secretary: "own", office: "own" } as const;

/** Permission → the roles that have it and over which units. A role that is not named does not have it. */
export const permissionTable = {
  "account.own": everyone,
  "work.view": { leadership: "all", secretary: "own", office: "all" },
  "term.view": everyone,
  "targets.view": everyone,
  "tasks.view": everyone,
  "figures.view": everyone,
  "figures.viewSensitive": { ...everyone, secretary: "own" },
  "figures.enter": enteringUnit,
  "drafts.view": enteringUnit,
  "submissions.view": { ...everyone, secretary: "own" },
  "submissions.submit": enteringUnit,
  "submissions.withdraw": enteringUnit,
  "submissions.accept": office,
  "submissions.return": office,
  "submissions.correct": { secretary: "own", office: "all" },
  "periods.lock": office,
  "tasks.update": { secretary: "own", office: "all" },
  "explanations.view": { ...everyone, secretary: "own" },
  "explanations.ask": { leadership: "all" },
  "explanations.answer": enteringUnit,
  "reports.export": { leadership: "all", office: "all", inspector: "all" },
  "snapshots.freeze": office,
  "bundles.import": office,
  "bundles.export": office,
  "terms.configure": office,
  "changes.undo": { secretary: "own", office: "all" },
  "accounts.manage": office,
  "audit.view": { office: "all", inspector: "all" },
} as const satisfies Record<string, Partial<Record<Role, Scope>>>;

export type Permission = keyof typeof permissionTable;

/** Every permission, in the order of the table. */
export const permissions = Object.keys(permissionTable) as readonly Permission[];

function scopeOf(holding: RoleHolding, permission: Permission): Scope | null {
  if (holding.role === "system") return "all";
  const row: Partial<Record<Role, Scope>> = permissionTable[permission];
  return row[holding.role] ?? null;
}

/**
 * Whether an actor has a permission on a day. With a unit: for that unit. With null: for at least one unit, which
 * opens a page or an action but no row; a row is opened by `permit` alone.
 */
export function may(actor: Actor, permission: Permission, unitId: string | null, on: CalendarDate): boolean {
  return actor.holdings.some((holding) => {
    const scope = holdsOn(holding, on) ? scopeOf(holding, permission) : null;
    if (scope === "own") return holding.unitId !== null && (unitId === null || holding.unitId === unitId);
    return scope === "all";
  });
}

/** Whether an actor has a permission on a day for the organisation as a whole, not only for units of its own. */
export function mayEverywhere(actor: Actor, permission: Permission, on: CalendarDate): boolean {
  return actor.holdings.some((holding) => holdsOn(holding, on) && scopeOf(holding, permission) === "all");
}

/**
 * Whether an actor may see what one cell reported for a measure. In a small cell a sensitive (negative) count points
 * at a person, so it is hidden from the other cells; totals of the committee stay visible to all.
 */
export function maySeeCellFigures(
  actor: Actor,
  measure: { readonly sensitive: boolean },
  unitId: string,
  on: CalendarDate,
): boolean {
  return may(actor, measure.sensitive ? "figures.viewSensitive" : "figures.view", unitId, on);
}

declare const authorizedBrand: unique symbol;
declare const permittedBrand: unique symbol;

// Private members are lost when an object is spread: a changed copy of a checked row counts as unchecked.
declare class AuthorizedMark<P extends Permission> {
  private readonly [authorizedBrand]: P;
}
declare class PermittedMark<P extends Permission> {
  private readonly [permittedBrand]: P;
}

/** An actor who passed the check of permission P on the day `on`; made by `authorize` only. */
export type Authorized<P extends Permission> = Actor & {
  readonly permission: P;
  readonly on: CalendarDate;
} & AuthorizedMark<P>;

/** A stored row whose unit the actor may touch under permission P; made by `permit` only. */
export type Permitted<P extends Permission, Row> = Row & PermittedMark<P>;

/** What `permit` needs to know about a row: its unit, null when it belongs to the whole organisation. */
export interface OwnedRow {
  readonly unitId: string | null;
}

/** The actor as one who may use a permission on a day, for at least one unit; DomainError `forbidden` otherwise. */
export function authorize<P extends Permission>(actor: Actor, permission: P, on: CalendarDate): Authorized<P> {
  if (!may(actor, permission, null, on)) throw new DomainError("forbidden");
  const { accountId, login, displayName, holdings } = actor;
  return { accountId, login, displayName, holdings, permission, on } as Authorized<P>;
}

/**
 * The stored row as one that the actor may touch; DomainError `forbidden` when its unit is not within the permission,
 * `not_found` when there is no row. Hand in the row as it is stored, never a unit that was sent along.
 */
export function permit<P extends Permission, Row extends OwnedRow>(
  actor: Authorized<P>,
  row: Row | null | undefined,
): Permitted<P, Row> {
  if (!row) throw new DomainError("not_found");
  const allowed =
    row.unitId === null
      ? mayEverywhere(actor, actor.permission, actor.on)
      : may(actor, actor.permission, row.unitId, actor.on);
  if (!allowed) throw new DomainError("forbidden");
  return row as Permitted<P, Row>;
}
