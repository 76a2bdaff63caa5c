// What the office does to accounts, for the tests of it: an organisation of two cells, and the forms as they are sent.
import type { Engine } from "@/db/migrate/migrations";
import { listAudit } from "@/db/queries/audit";
import { listRecordedHoldings } from "@/db/queries/role-holdings";
import { insertUnits, type StoredUnit } from "@/db/queries/units";
import type { Store } from "@/db/store";
import { addDays, type CalendarDate } from "@/domain/dates";
import { DomainError } from "@/domain/errors";
import {
  handoverInput,
  openAccountInput,
  saveAccountInput,
  type HandoverState,
  type SuspensionState,
  type TypedHolding,
} from "@/domain/inputs/accounts";
import { authorize, type Authorized } from "@/domain/permissions";
import { signIn } from "@/server/auth/sign-in";
import { suspendAccount } from "@/server/workflows/account-access";
import { openAccount } from "@/server/workflows/accounts";
import { cellHolders, handCellOver, readAccountState, saveAccount } from "@/server/workflows/role-holdings";
import { systemActor } from "@/server/system-actor";
import { addAccount, DAY, held, PASSWORD } from "./accounts";
import { openFreshStore } from "./databases";

export const YESTERDAY = addDays(DAY, -1);
export const FIRST = "2026-01-01";
const MS_PER_DAY = 86_400_000;
const cell = (code: string, to: string | null = null): StoredUnit => ({
  ...{ id: code, code, kind: "cell", from: "2020-01-01" as CalendarDate, to: to as CalendarDate | null },
  versions: [{ from: "2020-01-01" as CalendarDate, name: code, parentId: null, position: 1 }],
});

/** A secretary's role for a cell, as an account is made with it in a test. */
export const secretaryOf = (unitId: string, from = FIRST, to: string | null = null) =>
  ({ role: "secretary", unitId, from, to }) as const;

/** An organisation of two cells with an office account, as its signed-in self. */
export async function setUp(engine: Engine) {
  const store = await openFreshStore(engine);
  await store.transact((tx) => insertUnits(tx, [cell("cb1"), cell("cb2", "2026-12-31")]));
  const officeId = await addAccount(store, "vanphong");
  return { store, officeId, office: managerOf(officeId) };
}

export function managerOf(accountId: string): Authorized<"accounts.manage"> {
  const person = { accountId, login: "vanphong", displayName: "Văn phòng" };
  return authorize({ ...person, holdings: [held("office", null)] }, "accounts.manage", DAY);
}

export function undoer(accountId: string): Authorized<"changes.undo"> {
  return authorize({ ...managerOf(accountId), holdings: [held("office", null)] }, "changes.undo", DAY);
}

/** What is refused: the code, or each field with its. */
export async function refusal(work: Promise<unknown>): Promise<unknown> {
  try {
    await work;
    return null;
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    const fields = Object.entries(error.fields).map(([field, { code }]) => [field, code]);
    return fields.length > 0 ? Object.fromEntries(fields) : error.code;
  }
}

/** A row of the form of roles. */
export const typedHolding = (changes: Partial<TypedHolding> = {}): TypedHolding => ({
  ...{ id: "", role: "secretary", unitId: "cb1", from: FIRST, to: "" },
  ...changes,
});

/** Opens an account as the form of the office does. */
export function openForm(store: Store, login: string, holdings = [typedHolding()]) {
  const actor = systemActor("accounts.manage", DAY);
  return openAccount(store, actor, openAccountInput.parse({ login, displayName: "Nguyễn Văn An", holdings }));
}

/** The form of an account as it is filled from what is stored, with something typed over. */
export async function edit(
  store: Store,
  actor: Authorized<"accounts.manage">,
  accountId: string,
  change: (typed: { displayName: string; holdings: TypedHolding[] }) => object,
  mode: "preview" | "save" = "save",
) {
  const base = await readAccountState(store.db, accountId);
  const typed = {
    displayName: base?.displayName ?? "",
    holdings: (base?.holdings ?? []).map((each) => ({ ...each, unitId: each.unitId ?? "", to: each.to ?? "" })),
  };
  return () =>
    saveAccount(
      store,
      actor,
      saveAccountInput.parse({ accountId, mode, base, reason: null, typed: { ...typed, ...change(typed) } }),
    );
}

interface Suspending {
  readonly base?: SuspensionState;
  readonly note?: string;
}

/** Suspends or restores an account, from the opposite unless another state is handed in. */
export function suspend(
  store: Store,
  actor: Authorized<"accounts.manage">,
  accountId: string,
  suspended = true,
  { base = { suspended: !suspended, note: null }, note }: Suspending = {},
) {
  const typed = { suspended, note: note ?? null };
  return suspendAccount(store, actor, { accountId, mode: "save", base, typed, reason: null });
}

/** What the form of a handover is filled from. */
export async function holdersOf(store: Store, unitId = "cb1"): Promise<HandoverState> {
  return { [unitId]: cellHolders(await listRecordedHoldings(store.db), unitId) };
}

export async function handOver(
  store: Store,
  actor: Authorized<"accounts.manage">,
  typed: Partial<Record<"unitId" | "giverId" | "takerId" | "login" | "displayName" | "on", string>>,
  mode: "preview" | "save" = "save",
  filledFrom?: HandoverState,
) {
  const base = filledFrom ?? (await holdersOf(store, typed.unitId));
  const filled = { unitId: "cb1", giverId: "", takerId: "new", login: "", displayName: "", on: DAY, ...typed };
  return handCellOver(store, actor, handoverInput.parse({ mode, base, reason: null, typed: filled }));
}

export async function rolesOf(store: Store, accountId: string): Promise<string[]> {
  const state = await readAccountState(store.db, accountId);
  return (state?.holdings ?? []).map(({ role, unitId, from, to }) => [role, unitId, from, to ?? "…"].join(" "));
}

export async function actionsOf(store: Store, accountId: string): Promise<string[]> {
  const entries = await listAudit(store.db, { subject: { type: "account", id: accountId } }, 50);
  return entries.map(({ action }) => action).reverse();
}

export async function sessionCount(store: Store): Promise<number> {
  return (await store.db.select().from(store.db.tables.sessions)).length;
}

/** Signs in, now or so many days later. */
export const enter = (store: Store, login: string, password = PASSWORD, daysLater = 0) =>
  signIn(store, { login, password }, new Date(Date.now() + daysLater * MS_PER_DAY));
