// Before anybody has an account: a one-time code on the console opens the page that makes the first office account.
import { newId } from "@/db/ids";
import { hasOfficeAccount } from "@/db/queries/accounts";
import { deleteFirstRunCode, findFirstRunCode, replaceFirstRunCode } from "@/db/queries/first-run-codes";
import { deleteLoginFailures } from "@/db/queries/login-failures";
import { findOrganisation, insertOrganisation } from "@/db/queries/organisations";
import type { Db, Store } from "@/db/store";
import type { CalendarDate } from "@/domain/dates";
import { DomainError } from "@/domain/errors";
import type { FirstRunInput } from "@/domain/inputs/accounts";
import { hashPassword, verifyPassword } from "../auth/password-hash";
import { makeSpokenCode } from "../spoken-codes";
import { insertAccount } from "./accounts";
import { nobody, recordAudit } from "./audit";
import { beginAttempt } from "./sign-ins";

const GROUPS = 3;
const GROUP_LENGTH = 4;
const CODE_VALID_MS = 30 * 24 * 3_600_000;

/** Under which wrong codes are counted; no login can be this. */
const ATTEMPTS_NAME = "#first-run";

/**
 * A new code for the console, in place of the one of an earlier start; null once there is an office account.
 * Only its hash is kept.
 */
export async function issueFirstRunCode(store: Store, now: Date): Promise<string | null> {
  if (await hasOfficeAccount(store.db)) return null;
  const code = newCode();
  const hash = await hashPassword(bare(code));
  const expiresAt = new Date(now.getTime() + CODE_VALID_MS).toISOString();
  await store.transact(async (tx) => {
    await replaceFirstRunCode(tx, { id: newId(), hash, createdAt: now.toISOString(), expiresAt });
    await deleteLoginFailures(tx, ATTEMPTS_NAME);
  });
  return code;
}

/**
 * Makes the first office account, and the organisation where there is none yet. Refuses with `already_set_up`, with
 * `account_locked` after too many wrong codes, and with `wrong_code` at its field.
 */
export async function completeFirstRun(
  store: Store,
  input: FirstRunInput,
  today: CalendarDate,
  now: Date,
): Promise<void> {
  if (await hasOfficeAccount(store.db)) throw new DomainError("already_set_up");
  await beginAttempt(store, ATTEMPTS_NAME, now);
  const hash = await findFirstRunCode(store.db, now.toISOString());
  if (!hash || !(await verifyPassword(hash, bare(input.code)))) {
    throw new DomainError("invalid_input", {}, { code: { code: "wrong_code", values: {} } });
  }
  await store.transact(async (tx) => {
    if (await hasOfficeAccount(tx)) throw new DomainError("already_set_up"); // somebody was faster
    await deleteFirstRunCode(tx);
    await deleteLoginFailures(tx, ATTEMPTS_NAME);
    await setUp(store, tx, input, today);
  });
}

async function setUp(store: Store, tx: Db, input: FirstRunInput, today: CalendarDate): Promise<void> {
  const { login, displayName, password, organisationName } = input;
  if (!(await findOrganisation(tx))) await insertOrganisation(tx, { id: newId(), name: organisationName });
  const accountId = await insertAccount(store, tx, nobody, {
    ...{ login, displayName, password, mustChangePassword: false },
    holdings: [{ role: "office", unitId: null, from: today, to: null }],
  });
  await recordAudit(
    tx,
    { ...nobody, accountId, login, displayName },
    {
      action: "installation.set_up",
      subject: { type: "installation", id: "1" },
      before: null,
      after: { organisationName, login },
    },
  );
}

function newCode(): string {
  return Array.from({ length: GROUPS }, () => makeSpokenCode(GROUP_LENGTH)).join("-");
}

/** A code as it is compared: without spaces and hyphens, in capitals. */
function bare(code: string): string {
  return code.replace(/[\s-]/g, "").toUpperCase();
}
