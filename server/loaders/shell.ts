// What the header of every page shows. It is read on each request, so it reads little.
import "server-only";
import { findOrganisation } from "@/db/queries/organisations";
import { listTerms, type StoredTerm } from "@/db/queries/terms";
import { listUnits } from "@/db/queries/units";
import type { ReadDb } from "@/db/store";
import type { CalendarDate } from "@/domain/dates";
import { may, mayEverywhere, type Authorized } from "@/domain/permissions";
import { readRemembered } from "../remembered";
import { requireActor } from "../require-actor";
import { getStore } from "../store";
import { heldRoles, type HeldRole } from "./accounts";
import { defaultAsOf, defaultTerm, seesDrafts, visibleTerms } from "./asked-view";
import { countWaitingExplanations } from "./waiting-explanations";
import { countTodo, groupReports, listOwnUnits, listReports } from "./report-lists";
import { listWaiting } from "./reviews";
import { isReadableByOthers } from "./session";

/** The rooms of the product; which of them stand in the header depends on the account's roles. */
export type TabKey = "overview" | "tasks" | "entry" | "matrix" | "review" | "settings" | "audit";

export interface ShellTab {
  readonly key: TabKey;
  /** How many things wait there for this account; null where nothing is counted. */
  readonly waiting: number | null;
}

export interface ShellTerm {
  readonly id: string;
  /** As the office wrote it: `Nhiệm kỳ 2020 - 2025`. */
  readonly name: string;
  readonly startsOn: CalendarDate;
  readonly endsOn: CalendarDate;
  /** Seen by the office alone. */
  readonly isDraft: boolean;
  /** The day that the term opens at when the address names none. */
  readonly defaultAsOf: CalendarDate;
}

/** What the header of every page shows to a signed-in account. */
export interface ShellView {
  readonly organisationName: string;
  /** Newest first; empty before the first import. */
  readonly terms: readonly ShellTerm[];
  /** The term that is shown when the address names none. */
  readonly defaultTermId: string | null;
  readonly tabs: readonly ShellTab[];
  readonly account: {
    readonly id: string;
    readonly displayName: string;
    /** The roles held today. */
    readonly roles: readonly HeldRole[];
  };
  /** The connection is not encrypted and this account is the office's: it is told on every page. */
  readonly warnPlainHttp: boolean;
}

/** The header for the person who asks. */
export async function loadShell(): Promise<ShellView> {
  const actor = await requireActor("account.own");
  const warnPlainHttp = mayEverywhere(actor, "accounts.manage", actor.on) && (await isReadableByOthers());
  // What waits for somebody depends on the roles of today; they are in the key, because they end by themselves.
  const key = JSON.stringify(["shell", actor.accountId, actor.holdings, actor.on, warnPlainHttp]);
  return readRemembered(await getStore(), key, (db) => readShell(db, actor, warnPlainHttp));
}

/** The same from a consistent snapshot, without a request. */
export async function readShell(
  db: ReadDb,
  actor: Authorized<"account.own">,
  warnPlainHttp: boolean,
): Promise<ShellView> {
  const [organisation, stored, units] = [await findOrganisation(db), await listTerms(db), await listUnits(db)];
  const terms = visibleTerms(stored, seesDrafts(actor, actor.on));
  return {
    organisationName: organisation?.name ?? "",
    terms: terms.map((term) => shellTerm(term, actor.on)).reverse(),
    defaultTermId: defaultTerm(terms, actor.on)?.code ?? null,
    tabs: await listTabs(db, actor),
    account: { id: actor.accountId ?? "", displayName: actor.displayName, roles: heldRoles(actor, units, actor.on) },
    warnPlainHttp,
  };
}

function shellTerm(term: StoredTerm, today: CalendarDate): ShellTerm {
  const { code: id, name, startsOn, endsOn, state } = term;
  return { id, name, startsOn, endsOn, isDraft: state === "draft", defaultAsOf: defaultAsOf(term, today) };
}

/** The rooms that the roles of today open. Who only enters figures has that room first. */
async function listTabs(db: ReadDb, actor: Authorized<"account.own">): Promise<ShellTab[]> {
  const mayOpen = (permission: Parameters<typeof may>[1]) => may(actor, permission, null, actor.on);
  const overview: ShellTab[] = mayOpen("targets.view") ? [{ key: "overview", waiting: null }] : [];
  const tasks: ShellTab[] = mayOpen("tasks.view") ? [{ key: "tasks", waiting: null }] : [];
  const entry: ShellTab[] = mayOpen("work.view") ? [{ key: "entry", waiting: await countWork(db, actor) }] : [];
  const matrix: ShellTab[] = mayOpen("submissions.view") ? [{ key: "matrix", waiting: null }] : [];
  const review: ShellTab[] = mayOpen("submissions.accept")
    ? [{ key: "review", waiting: (await listWaiting(db)).length }]
    : [];
  const settings: ShellTab[] = mayOpen("terms.configure") ? [{ key: "settings", waiting: null }] : [];
  const audit: ShellTab[] = mayOpen("audit.view") ? [{ key: "audit", waiting: null }] : [];
  const seen = [...overview, ...tasks];
  const first = mayEverywhere(actor, "submissions.view", actor.on) ? [...seen, ...entry] : [...entry, ...seen];
  return [...first, ...matrix, ...review, ...settings, ...audit];
}

/** What stands on the page of a person's own work: reports to enter, and questions that wait. */
async function countWork(db: ReadDb, actor: Authorized<"account.own">): Promise<number> {
  const units = await listOwnUnits(db, actor, "figures.enter", actor.on);
  const reports = countTodo(groupReports(await listReports(db, units, actor.on), actor.on));
  return reports + (await countWaitingExplanations(db, actor));
}
