// For commands and seeds alone; the import table lets only scripts/ and tests/ in.
import type { CalendarDate } from "@/domain/dates";
import { authorize, type Authorized, type Permission } from "@/domain/permissions";
import { SYSTEM_LOGIN, type Actor } from "@/domain/roles";

const ALWAYS = "0001-01-01" as CalendarDate;

const system: Actor = {
  accountId: null,
  login: SYSTEM_LOGIN,
  displayName: "Hệ thống",
  holdings: [{ role: "system", unitId: null, from: ALWAYS, to: null }],
};

/** The system, as one who may use a permission for every unit on any day. Its audit rows name no account. */
export function systemActor<P extends Permission>(permission: P, on: CalendarDate): Authorized<P> {
  return authorize(system, permission, on);
}
