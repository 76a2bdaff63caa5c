import type { Store } from "@/db/store";
import type { CalendarDate } from "@/domain/dates";
import type { NewAccount } from "@/domain/inputs/accounts";
import type { RoleHolding } from "@/domain/roles";
import { systemActor } from "@/server/system-actor";
import { createAccount } from "@/server/workflows/accounts";

export const PASSWORD = "mot hai ba bon";
export const DAY = "2026-03-10" as CalendarDate;

type Holding = NewAccount["holdings"][number];

export const officeHolding: Holding = { role: "office", unitId: null, from: "2026-01-01", to: null };

/** Creates an account in a test's database; answers its id. */
export function addAccount(
  store: Store,
  login: string,
  holdings: readonly Holding[] = [officeHolding],
): Promise<string> {
  return createAccount(store, systemActor("accounts.manage", DAY), {
    ...{ login, displayName: `Tài khoản ${login}`, password: PASSWORD, mustChangePassword: false },
    holdings: [...holdings],
  });
}

/** A holding of a role from the first day to the last, for actors that are in no database. */
export function held(
  role: RoleHolding["role"],
  unitId: string | null,
  from = "2026-01-01",
  to: string | null = null,
): RoleHolding {
  return { role, unitId, from: from as CalendarDate, to: to as CalendarDate | null };
}
