// Where setting up stands, what comes next, and what was changed last.
import "server-only";
import { listAccounts } from "@/db/queries/accounts";
import { listRecentChanges } from "@/db/queries/changes";
import { listDueRules } from "@/db/queries/periods";
import { listTargets } from "@/db/queries/targets";
import { listTaskGroups } from "@/db/queries/tasks";
import { listTerms, type StoredTerm } from "@/db/queries/terms";
import { listUnits } from "@/db/queries/units";
import type { ReadDb } from "@/db/store";
import type { CalendarDate } from "@/domain/dates";
import { listSetupSteps, nextSetupStep, type SetupStep, type SetupTerm } from "@/domain/setup-steps";
import { cellsBelow } from "@/domain/units";
import { requireActor } from "../require-actor";
import { getStore } from "../store";
import { readOrganisationState } from "../workflows/organisations";
import { readStartGaps } from "../workflows/term-states";

const CHANGES_SHOWN = 20;

export type RecentChange = Awaited<ReturnType<typeof listRecentChanges>>[number];

export interface SettingsHomeView {
  readonly term: Pick<StoredTerm, "code" | "name" | "state"> | null;
  readonly steps: readonly SetupStep[];
  readonly next: SetupStep | null;
  readonly changes: readonly RecentChange[];
}

/** The settings' first page, for the office. */
export async function loadSettingsHome(): Promise<SettingsHomeView> {
  const actor = await requireActor("terms.configure");
  return (await getStore()).read((db) => readSettingsHome(db, actor.on));
}

/** The same from a consistent snapshot, without a request. */
export async function readSettingsHome(db: ReadDb, today: CalendarDate): Promise<SettingsHomeView> {
  const terms = await listTerms(db);
  const term = terms.findLast(({ state }) => state !== "closed") ?? null;
  const particulars = Object.entries((await readOrganisationState(db)) ?? {}).filter(
    ([key]) => key !== "signatoryName",
  );
  const steps = listSetupSteps({
    organisation: { filled: particulars.filter(([, text]) => text).length, of: 6 },
    cells: cellsBelow(await listUnits(db), null, term && term.startsOn > today ? term.startsOn : today).length,
    accounts: (await listAccounts(db)).length,
    term: term && (await readSetupTerm(db, term, today)),
  });
  return { term, steps, next: nextSetupStep(steps), changes: await listRecentChanges(db, CHANGES_SHOWN) };
}

async function readSetupTerm(db: ReadDb, term: StoredTerm, today: CalendarDate): Promise<SetupTerm> {
  const targets = await listTargets(db, term.id);
  const groups = await listTaskGroups(db, term.id);
  return {
    state: term.state,
    gaps: await readStartGaps(db, term, today),
    targets: targets.length,
    measures: targets.reduce((count, { measures }) => count + measures.length, 0),
    dueRules: (await listDueRules(db, term.id)).length,
    tasks: groups.reduce((count, { tasks }) => count + tasks.length, 0),
  };
}
