import type { CalendarDate } from "./dates";

/** The roles that a person can hold, in the order in which they are listed. */
export const roles = ["leadership", "secretary", "office", "inspector"] as const;

export type Role = (typeof roles)[number];

/**
 * A role held from a day to a day (both included; `to` null while it lasts). `unitId` names the unit it is bound to;
 * null stands for the whole organisation. "system" is held by commands and seeds only and is never stored.
 */
export interface RoleHolding {
  readonly role: Role | "system";
  readonly unitId: string | null;
  readonly from: CalendarDate;
  readonly to: CalendarDate | null;
}

/** The login under which commands and seeds act; no account may have it. */
export const SYSTEM_LOGIN = "system";

/** Who acts: an account with every role that it ever held. `accountId` is null for the system, which has no account. */
export interface Actor {
  readonly accountId: string | null;
  readonly login: string;
  readonly displayName: string;
  readonly holdings: readonly RoleHolding[];
}

/** Whether a holding is in force on a day; its first and last day are. */
export function holdsOn(holding: RoleHolding, on: CalendarDate): boolean {
  return holding.from <= on && (holding.to === null || on <= holding.to);
}
