// Questions that wait for somebody: for an answer, to be closed, or to be kept in sight.
import { listTerms } from "@/db/queries/terms";
import type { ReadDb } from "@/db/store";
import { standingOfExplanation, type ExplanationState } from "@/domain/explanations";
import { may, mayEverywhere, type Authorized, type Permission } from "@/domain/permissions";
import { buildItem, readTermExplanations, type ReadExplanation } from "./explanation-items";
import type { ExplanationItem } from "./explanation-views";
import type { Wording } from "./figure-texts";

/** Questions that wait for somebody, of terms in force, oldest first; null where the roles do not ask for it. */
export interface WaitingExplanations {
  /** Of the units for which this person answers. */
  readonly toAnswer: readonly ExplanationItem[] | null;
  /** Answered, for the leadership to close. */
  readonly toClose: readonly ExplanationItem[] | null;
  /** Of all other units, for the office to keep in sight. */
  readonly open: readonly ExplanationItem[] | null;
}

/** What waits for somebody today. */
export async function readWaitingExplanations(
  db: ReadDb,
  actor: Authorized<Permission>,
  wording: Wording,
): Promise<WaitingExplanations> {
  const { toAnswer, toClose, open } = await findWaiting(db, actor);
  const itemsOf = (read: readonly ReadExplanation[] | null) =>
    read && read.map((one) => buildItem(one, actor.on, wording));
  return { toAnswer: itemsOf(toAnswer), toClose: itemsOf(toClose), open: itemsOf(open) };
}

/** How many there are. */
export async function countWaitingExplanations(db: ReadDb, actor: Authorized<Permission>): Promise<number> {
  const { toAnswer, toClose, open } = await findWaiting(db, actor);
  return (toAnswer?.length ?? 0) + (toClose?.length ?? 0) + (open?.length ?? 0);
}

async function findWaiting(db: ReadDb, actor: Authorized<Permission>) {
  const today = actor.on;
  const read: ReadExplanation[] = [];
  for (const term of (await listTerms(db)).filter(({ state }) => state === "running")) {
    read.push(...(await readTermExplanations(db, term, actor, today)));
  }
  const inState = (state: ExplanationState) =>
    read.filter(({ stored }) => standingOfExplanation(stored).state === state);
  const isOwn = ({ context }: ReadExplanation) => may(actor, "explanations.answer", context.unit.id, today);
  return {
    toAnswer: may(actor, "explanations.answer", null, today) ? inState("open").filter(isOwn) : null,
    toClose: mayEverywhere(actor, "explanations.ask", today) ? inState("answered") : null,
    open: mayEverywhere(actor, "submissions.accept", today) ? inState("open").filter((one) => !isOwn(one)) : null,
  };
}
