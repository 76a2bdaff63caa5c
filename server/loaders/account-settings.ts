// The accounts as the office governs them: who holds which role when, and who gets in.
import "server-only";
import {
  countOpenSessions,
  findAccountByLogin,
  listAccounts,
  listOneTimePasswords,
  type AccountRow,
} from "@/db/queries/accounts";
import { listLastSignIns } from "@/db/queries/audit";
import { listLockedLogins } from "@/db/queries/login-failures";
import { listRecordedHoldings, type RecordedHolding } from "@/db/queries/role-holdings";
import { listUnits } from "@/db/queries/units";
import type { ReadDb } from "@/db/store";
import { hasEnded, isOnRecord } from "@/domain/accounts";
import type { CalendarDate } from "@/domain/dates";
import type { AccountState, HandoverState, SuspensionState } from "@/domain/inputs/accounts";
import { lastDayOfOneTime } from "@/domain/passwords";
import { holdsOn, type Role } from "@/domain/roles";
import { cellsBelow, unitVersionAt, type Unit } from "@/domain/units";
import { clock, dayInVietnam } from "../clock";
import { requireActor } from "../require-actor";
import { getStore } from "../store";
import { suspensionOf } from "../workflows/account-access";
import { cellHolders, readAccountState, storedHolding } from "../workflows/role-holdings";

/** How an account gets in: it does; it waits for its first sign-in, or for the password that was reset; it is suspended. */
export type AccountStanding = "active" | "waiting" | "reset" | "suspended";

export interface RoleView {
  readonly id: string;
  readonly role: Role;
  readonly unitName: string | null;
  readonly from: CalendarDate;
  readonly to: CalendarDate | null;
  readonly when: "now" | "later" | "past";
}

export interface AccountView {
  readonly id: string;
  readonly login: string;
  readonly displayName: string;
  readonly standing: AccountStanding;
  /** Locked just now after wrong passwords. */
  readonly locked: boolean;
  /** UTC; null when it never signed in. */
  readonly lastSignIn: string | null;
  readonly openSessions: number;
  /** The one-time password that was not changed yet: its last day, and whether that is over. */
  readonly oneTime: { readonly until: CalendarDate; readonly isOver: boolean } | null;
  readonly roles: readonly RoleView[];
}

/** A choice of a form. */
export interface Choice {
  readonly id: string;
  readonly name: string;
}

/** What the forms need: the day, the units a secretary can have, who there is, and who holds which cell. */
export interface AccountChoices {
  readonly today: CalendarDate;
  readonly units: readonly Choice[];
  readonly people: readonly (Choice & { readonly login: string })[];
  /** The account of each cell's secretary of today, by the cell's id. */
  readonly secretaries: Readonly<Record<string, string>>;
  /** From which a handover is filled. */
  readonly holders: HandoverState;
}

export interface AccountsView {
  readonly accounts: readonly AccountView[];
  /** The cells of today that nobody is secretary of. */
  readonly cellsWithout: readonly string[];
  readonly choices: AccountChoices;
}

/** Every account, for those who manage them. */
export async function loadAccounts(): Promise<AccountsView> {
  const { on } = await requireActor("accounts.manage");
  return (await getStore()).read((db) => readAccounts(db, on));
}

/** The same from a consistent snapshot, without a request. */
export async function readAccounts(db: ReadDb, today: CalendarDate): Promise<AccountsView> {
  const { rows, holdings, units, access } = await readPeople(db);
  const accounts = rows.map((row) => viewOf(row, holdings, units, access, today));
  const choices = choicesOf(rows, holdings, units, today);
  const cellsWithout = cellsBelow(units, null, today).filter(({ id }) => !choices.secretaries[id]);
  return { accounts, cellsWithout: cellsWithout.map((cell) => unitVersionAt(cell, today).name), choices };
}

export interface AccountDetail {
  readonly account: AccountView;
  /** From which its form is filled. */
  readonly state: AccountState;
  readonly suspension: SuspensionState;
  /** The roles that are on record: neither removed nor given to another unit. */
  readonly onRecord: readonly string[];
  /** The roles that have ended and are on record: nothing about them changes. */
  readonly ended: readonly string[];
  /** It is the account of the person who asks. */
  readonly isOwn: boolean;
  readonly choices: AccountChoices;
}

/** One account; null when there is none with this login. */
export async function loadAccount(login: string): Promise<AccountDetail | null> {
  const { on: today, accountId } = await requireActor("accounts.manage");
  return (await getStore()).read(async (db) => {
    const found = await findAccountByLogin(db, login);
    const state = found && (await readAccountState(db, found.id));
    if (!state) return null;
    const { rows, holdings, units, access } = await readPeople(db);
    const recorded = holdings.filter(({ userId }) => userId === found.id).map(storedHolding);
    const onRecord = recorded.filter((holding) => isOnRecord(holding, today));
    return {
      account: viewOf(found, holdings, units, access, today),
      ...{ state, suspension: suspensionOf(found) },
      onRecord: onRecord.map(({ id }) => id),
      ended: onRecord.filter((holding) => hasEnded(holding, today)).map(({ id }) => id),
      isOwn: found.id === accountId,
      choices: choicesOf(rows, holdings, units, today),
    };
  });
}

interface Access {
  readonly signIns: ReadonlyMap<string, string>;
  readonly sessions: ReadonlyMap<string, number>;
  readonly locked: ReadonlySet<string>;
  /** When the passwords were made that must still be changed, UTC, by account. */
  readonly oneTime: ReadonlyMap<string, string>;
  /** The real day, also in a demo: passwords expire by it. */
  readonly realDay: CalendarDate;
}

async function readPeople(db: ReadDb) {
  const realNow = clock.realNow();
  const now = realNow.toISOString();
  const access: Access = {
    signIns: await listLastSignIns(db),
    sessions: await countOpenSessions(db, now),
    locked: await listLockedLogins(db, now),
    oneTime: await listOneTimePasswords(db),
    realDay: dayInVietnam(realNow),
  };
  return {
    rows: await listAccounts(db),
    holdings: await listRecordedHoldings(db),
    units: await listUnits(db),
    access,
  };
}

function viewOf(
  { id, login, displayName, suspended, mustChangePassword }: AccountRow,
  holdings: readonly RecordedHolding[],
  units: readonly Unit[],
  { signIns, sessions, locked, oneTime, realDay }: Access,
  today: CalendarDate,
): AccountView {
  const madeAt = oneTime.get(id);
  const until = madeAt === undefined ? null : lastDayOfOneTime(dayInVietnam(new Date(madeAt)));
  const lastSignIn = signIns.get(id) ?? null;
  const waits = mustChangePassword ? (lastSignIn === null ? "waiting" : "reset") : "active";
  return {
    ...{ id, login, displayName, lastSignIn, standing: suspended ? "suspended" : waits },
    ...{ locked: locked.has(login), openSessions: sessions.get(id) ?? 0 },
    oneTime: until && { until, isOver: until < realDay },
    roles: holdings.filter(({ userId }) => userId === id).map((holding) => roleView(holding, units, today)),
  };
}

function roleView(
  { id, role, unitId, from, to }: RecordedHolding,
  units: readonly Unit[],
  today: CalendarDate,
): RoleView {
  const unit = units.find((each) => each.id === unitId);
  const when = hasEnded({ to }, today) ? "past" : from > today ? "later" : "now";
  return { id, role, unitName: unit ? unitVersionAt(unit, today).name : null, from, to, when };
}

function choicesOf(
  rows: readonly AccountRow[],
  holdings: readonly RecordedHolding[],
  units: readonly Unit[],
  today: CalendarDate,
): AccountChoices {
  const active = new Set(rows.filter(({ suspended }) => !suspended).map(({ id }) => id));
  const inForce = holdings.filter(
    (each) => each.role === "secretary" && each.unitId !== null && active.has(each.userId) && holdsOn(each, today),
  );
  const position = (unit: Unit) => unitVersionAt(unit, today).position;
  return {
    today,
    units: units
      .filter(({ kind, to }) => kind === "cell" && !hasEnded({ to }, today))
      .sort((a, b) => position(a) - position(b))
      .map((unit) => ({ id: unit.id, name: unitVersionAt(unit, today).name })),
    people: rows.map(({ id, displayName: name, login }) => ({ id, name, login })),
    secretaries: Object.fromEntries(inForce.map(({ unitId, userId }) => [unitId ?? "", userId])),
    holders: Object.fromEntries(units.map(({ id }) => [id, cellHolders(holdings, id)])),
  };
}
