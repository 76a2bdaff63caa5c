import "server-only";
import { findPreference, type PreferenceName } from "@/db/queries/preferences";
import { readReportingSettings } from "@/db/queries/reporting-settings";
import { listUnits } from "@/db/queries/units";
import type { CalendarDate } from "@/domain/dates";
import { languageOf, type Language } from "@/domain/languages";
import { holdsOn, type Actor, type Role } from "@/domain/roles";
import { unitVersionAt, type Unit } from "@/domain/units";
import { settings } from "../env";
import { requireActor } from "../require-actor";
import { getStore } from "../store";

/** A role that is held today. */
export interface HeldRole {
  readonly role: Role;
  /** Null for the whole organisation. */
  readonly unitName: string | null;
  /** The last day on which it is held; null while no end is set. */
  readonly until: CalendarDate | null;
}

export interface OwnAccountView {
  readonly login: string;
  readonly displayName: string;
  readonly roles: readonly HeldRole[];
  /** Where reminders go; null where none was given. */
  readonly mail: string | null;
  /** In which language; null where none was chosen. */
  readonly mailLanguage: Language | null;
  /** Reminders go out by mail at present. */
  readonly sendsMail: boolean;
}

/** The account of the person who asks. */
export async function loadOwnAccount(): Promise<OwnAccountView> {
  const actor = await requireActor("account.own");
  const { db } = await getStore();
  const chosen = async (name: PreferenceName) =>
    actor.accountId === null ? null : findPreference(db, actor.accountId, name);
  const { sendsMail } = await readReportingSettings(db);
  return {
    ...{ login: actor.login, displayName: actor.displayName },
    roles: heldRoles(actor, await listUnits(db), actor.on),
    mail: await chosen("mail"),
    mailLanguage: languageOf(await chosen("mail_language")),
    sendsMail: sendsMail && settings().mail !== null,
  };
}

/** The roles that an actor holds on a day, with the names that the units have then. */
export function heldRoles(actor: Actor, units: readonly Unit[], on: CalendarDate): HeldRole[] {
  return actor.holdings.flatMap(({ role, unitId, from, to }) => {
    const isStored = role === "secretary" || unitId === null; // the office's hold of the committee level is derived
    if (role === "system" || !isStored || !holdsOn({ role, unitId, from, to }, on)) return [];
    const unit = units.find(({ id }) => id === unitId);
    return [{ role, unitName: unit ? unitVersionAt(unit, on).name : null, until: to }];
  });
}
