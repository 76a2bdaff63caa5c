// Who holds which role when: an account's roles as a whole, and a cell that passes from one secretary to the next.
import { findAccount, updateDisplayName } from "@/db/queries/accounts";
import { listRecordedHoldings, saveRoleHoldings, type RecordedHolding } from "@/db/queries/role-holdings";
import { listUnits } from "@/db/queries/units";
import type { Db, ReadDb, Store } from "@/db/store";
import {
  checkHoldings,
  checkHoldingUnits,
  handOff,
  takeOver,
  type Handover,
  type StoredHolding,
  type WantedHolding,
} from "@/domain/accounts";
import { canonicalText, type JsonValue } from "@/domain/audit";
import { DomainError } from "@/domain/errors";
import type { AccountState, CellHolder, HandCellOver, SaveAccount } from "@/domain/inputs/accounts";
import type { Authorized } from "@/domain/permissions";
import { existsAt } from "@/domain/units";
import { clock, dayInVietnam } from "../clock";
import { insertOneTimeAccount, type OneTimeSignIn } from "./accounts";
import { recordAudit } from "./audit";
import { applyChange, type ChangeAnswer } from "./changes";
import { refuseOvertaken } from "./overtaken";

type Manager = Authorized<"accounts.manage">;

/** What the office edits of an account, as it is stored now; null when there is no such account. */
export async function readAccountState(db: ReadDb, accountId: string): Promise<AccountState | null> {
  const account = await findAccount(db, accountId);
  return account && stateOf(account.displayName, await listRecordedHoldings(db, accountId));
}

function stateOf(displayName: string, holdings: readonly RecordedHolding[]): AccountState {
  return {
    displayName,
    holdings: holdings.map(({ id, role, unitId, from, to }) => ({ id, role, unitId, from, to })),
  };
}

/** A stored role with the day on which it was written down. */
export function storedHolding({ recordedAt, ...holding }: RecordedHolding): StoredHolding {
  return { ...holding, recordedOn: dayInVietnam(new Date(recordedAt)) };
}

/**
 * Gives an account the name and the roles of the form. Refuses with `overtaken`, at the fields of the roles with what
 * `checkHoldings` and `checkHoldingUnits` find, and with `office_must_remain`.
 */
export function saveAccount(store: Store, actor: Manager, input: SaveAccount): Promise<ChangeAnswer<AccountState>> {
  const { accountId, mode, base, typed, reason } = input;
  const work = async (tx: Db) => {
    const account = await findAccount(tx, accountId);
    if (!account) throw new DomainError("not_found");
    const stored = await listRecordedHoldings(tx, accountId);
    const before = stateOf(account.displayName, stored);
    const subject = { type: "account", id: accountId } as const;
    await refuseOvertaken(tx, subject, { base, current: { ...before } });
    checkHoldings(stored.map(storedHolding), typed.holdings, actor.on);
    checkHoldingUnits(await listUnits(tx), typed.holdings);
    if (typed.displayName !== account.displayName) {
      await updateDisplayName(tx, accountId, typed.displayName, clock.realNow().toISOString());
    }
    await saveRoleHoldings(tx, accountId, stored, typed.holdings, clock.now());
    const after = stateOf(typed.displayName, await listRecordedHoldings(tx, accountId));
    return { event: { ...changed(before, after, reason), subject }, data: after };
  };
  return applyChange(store, actor, { mode, measured: false, work });
}

function changed(before: AccountState, after: AccountState, reason: string | null) {
  const sameRoles = JSON.stringify(before.holdings) === JSON.stringify(after.holdings);
  return {
    action: sameRoles ? "account.changed" : "account.roles_changed",
    before: { ...before },
    after: { ...after, ...(reason !== null && { reason }) },
  } as const;
}

/** Who is, was or will be secretary of a cell, from the first to the last. */
export function cellHolders(holdings: readonly RecordedHolding[], unitId: string): CellHolder[] {
  return holdings
    .filter((holding) => holding.role === "secretary" && holding.unitId === unitId)
    .map(({ userId: accountId, from, to }) => ({ accountId, from, to }));
}

/** What a handover comes to: how the next secretary signs in, when the account was opened with it. */
export interface HandedOver {
  readonly oneTime: OneTimeSignIn | null;
}

/**
 * Passes a cell to its next secretary: the role of the one before ends on the day before, the next one's begins. The
 * cell's drafts stay with the cell. Taking it back gives the roles back; an account that was opened with it stays.
 * Refuses with `overtaken` when the cell's secretaries are no longer those that the form was filled from, with
 * `unit_not_there`, `not_secretary_then` and `bad_choice` at their fields, and as opening an account does.
 */
export function handCellOver(store: Store, actor: Manager, input: HandCellOver): Promise<ChangeAnswer<HandedOver>> {
  const { mode, base, typed, reason } = input;
  const work = async (tx: Db) => {
    const handover = await readHandover(tx, typed);
    await refuseOvertakenCell(tx, base, typed.unitId);
    if (typed.giverId !== null) await endForGiver(tx, actor, typed.giverId, handover);
    const taken = await beginForTaker(store, tx, actor, typed, handover);
    const event = { ...changed(taken.before, taken.after, reason), action: "account.handed_over" } as const;
    return { event: { ...event, subject: taken.subject }, data: taken.data };
  };
  return applyChange(store, actor, { mode, measured: false, work });
}

async function refuseOvertakenCell(db: ReadDb, base: JsonValue, unitId: string): Promise<void> {
  const holders = cellHolders(await listRecordedHoldings(db), unitId);
  const known = canonicalText(base);
  // The newest one that the form did not know tells who brought it about: a handover is a change of its taker.
  const unknown = [...holders].reverse().find((holder) => !known.includes(canonicalText(holder)));
  const subject = { type: "account", id: unknown?.accountId ?? "" } as const;
  await refuseOvertaken(db, subject, { base, current: { [unitId]: holders } });
}

async function readHandover(db: ReadDb, { unitId, on, giverId, taker }: HandCellOver["typed"]): Promise<Handover> {
  const unit = (await listUnits(db)).find(({ id }) => id === unitId);
  if (!unit) throw atField("unitId", "bad_choice");
  if (!existsAt(unit, on)) throw atField("on", "unit_not_there");
  if ("accountId" in taker && taker.accountId === giverId) throw atField("takerId", "bad_choice");
  return { unitId, on, unitEndsOn: unit.to };
}

async function endForGiver(tx: Db, actor: Manager, giverId: string, handover: Handover): Promise<void> {
  const before = await readAccountState(tx, giverId);
  if (!before) throw atField("giverId", "bad_choice");
  const stored = await listRecordedHoldings(tx, giverId);
  await saveRoleHoldings(tx, giverId, stored, handOff(stored, handover), clock.now());
  const after = (await readAccountState(tx, giverId)) ?? before;
  const subject = { type: "account", id: giverId } as const;
  await recordAudit(tx, actor, { ...changed(before, after, null), action: "account.handed_over", subject });
}

async function beginForTaker(store: Store, tx: Db, actor: Manager, typed: HandCellOver["typed"], handover: Handover) {
  const { taker } = typed;
  if (!("accountId" in taker)) return openForTaker(store, tx, actor, taker, takeOver([], handover));
  const { accountId } = taker;
  const before = await readAccountState(tx, accountId);
  if (!before) throw atField("takerId", "bad_choice");
  const stored = await listRecordedHoldings(tx, accountId);
  await saveRoleHoldings(tx, accountId, stored, takeOver(stored, handover), clock.now());
  const after = (await readAccountState(tx, accountId)) ?? before;
  return { before, after, subject: { type: "account", id: accountId } as const, data: { oneTime: null } };
}

async function openForTaker(
  store: Store,
  tx: Db,
  actor: Manager,
  person: { readonly login: string; readonly displayName: string },
  holdings: WantedHolding[],
) {
  const oneTime = await insertOneTimeAccount(store, tx, actor, { ...person, holdings });
  const { displayName, accountId } = oneTime;
  const after = stateOf(displayName, await listRecordedHoldings(tx, accountId));
  const subject = { type: "account", id: accountId } as const;
  return { before: { displayName, holdings: [] }, after, subject, data: { oneTime } };
}

function atField(field: string, code: "bad_choice" | "unit_not_there"): DomainError {
  return new DomainError("invalid_input", {}, { [field]: { code, values: {} } });
}
