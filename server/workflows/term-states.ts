// A term's way from draft to running to closed, and back where a reason is given.
import { listRecordedHoldings } from "@/db/queries/role-holdings";
import { listExplanations } from "@/db/queries/explanations";
import { listDueRules, listStoredPeriods } from "@/db/queries/periods";
import { listSubmissions } from "@/db/queries/submissions";
import { listTargets } from "@/db/queries/targets";
import { listTaskGroups } from "@/db/queries/tasks";
import { updateTerm, type StoredTerm } from "@/db/queries/terms";
import { listUnits } from "@/db/queries/units";
import type { Db, ReadDb, Store } from "@/db/store";
import type { CalendarDate } from "@/domain/dates";
import { DomainError, fieldError, refuseFields } from "@/domain/errors";
import type { TermDeed } from "@/domain/inputs/terms";
import type { Authorized } from "@/domain/permissions";
import {
  listClosingGaps,
  listStartGaps,
  needsClosingReason,
  type ClosingGaps,
  type StartGaps,
} from "@/domain/term-closing";
import { decideTermState, type TermCommand } from "@/domain/terms";
import { readTermResults } from "../loaders/term-results";
import { applyChange, type ChangeAnswer } from "./changes";
import { requireTerm, type TermAnswer } from "./terms";

type Configurer = Authorized<"terms.configure">;

/** What a draft still lacks on a day. */
export async function readStartGaps(db: ReadDb, term: StoredTerm, today: CalendarDate): Promise<StartGaps> {
  const groups = await listTaskGroups(db, term.id);
  return listStartGaps(
    {
      term,
      targets: await listTargets(db, term.id),
      units: await listUnits(db),
      holdings: await listRecordedHoldings(db),
      dueRules: (await listDueRules(db, term.id)).length,
      tasks: groups.flatMap(({ tasks }) => tasks),
    },
    today,
  );
}

/** What a running term lacks before it is closed on a day: reports, data and answers. */
export async function readClosingGaps(db: ReadDb, term: StoredTerm, today: CalendarDate): Promise<ClosingGaps> {
  const keys = new Map((await listStoredPeriods(db, term.id)).map(({ id, key }) => [id, key]));
  const { targets, units } = await readTermResults(db, { term, unitId: null, asOf: term.endsOn, basis: "accepted" });
  const explanations = await listExplanations(db, term.id);
  return listClosingGaps(
    {
      ...{ term, units },
      targets: targets.map(({ target }) => target),
      reports: (await listSubmissions(db, { termId: term.id })).map((row) => ({
        ...{ unitId: row.unitId, state: row.state, acceptedRevisionId: row.acceptedRevisionId },
        period: keys.get(row.periodId) ?? "",
      })),
      targetsWithoutData: targets
        .filter(({ achievement: { verdict } }) => verdict === "no_data" || verdict === "no_plan")
        .map(({ target }) => target.id),
      openExplanations: explanations.filter(({ state }) => state === "open").length,
    },
    today,
  );
}

/** Puts a draft into force: everybody sees it, and its units report. Refuses one without targets. */
export function startTerm(store: Store, actor: Configurer, input: TermDeed): Promise<ChangeAnswer<TermAnswer>> {
  return changeState(store, actor, input, "start", async (tx, term) => {
    if ((await listTargets(tx, term.id)).length === 0) throw new DomainError("term_without_targets");
  });
}

/** Closes a running term: from then on it is only read. Asks for a reason while figures or answers are missing. */
export function closeTerm(store: Store, actor: Configurer, input: TermDeed): Promise<ChangeAnswer<TermAnswer>> {
  return changeState(store, actor, input, "close", async (tx, term) => {
    if (needsClosingReason(await readClosingGaps(tx, term, actor.on))) requireReason(input);
  });
}

/** Opens a closed term again, with a reason. */
export function reopenTerm(store: Store, actor: Configurer, input: TermDeed): Promise<ChangeAnswer<TermAnswer>> {
  return changeState(store, actor, input, "reopen", async () => requireReason(input));
}

const ACTIONS = { start: "term.started", close: "term.closed", reopen: "term.reopened" } as const;

function changeState(
  store: Store,
  actor: Configurer,
  { mode, termId, reason }: TermDeed,
  command: TermCommand,
  check: (tx: Db, term: StoredTerm) => Promise<void>,
): Promise<ChangeAnswer<TermAnswer>> {
  return applyChange(store, actor, {
    ...{ mode, measured: false },
    work: async (tx) => {
      const term = await requireTerm(tx, termId);
      const state = decideTermState(term.state, command);
      await check(tx, term);
      await updateTerm(tx, { ...term, state });
      return {
        event: {
          action: ACTIONS[command],
          subject: { type: "term", id: term.id },
          before: { state: term.state },
          after: { state, ...(reason !== null && { reason }) },
        },
        data: { code: term.code },
      };
    },
  });
}

function requireReason({ reason }: TermDeed): void {
  if (!reason) refuseFields(fieldError("reason", "reason_required"));
}
