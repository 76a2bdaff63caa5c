import { deleteRequestsBefore, findRequest, insertRequest } from "@/db/queries/requests";
import type { Db } from "@/db/store";
import { DomainError } from "@/domain/errors";
import type { Actor } from "@/domain/roles";

const KEPT_DAYS = 7;
const MS_PER_DAY = 86_400_000;

interface Request {
  /** Made by the sender, once for each thing it wants done. */
  readonly id: string;
  readonly action: string;
  /** UTC. */
  readonly at: string;
}

/**
 * Does the work of a request once: when the same account sends the same request again, it gets the same answer and
 * nothing is done. The answer must be plain JSON. Refuses a request id that was used for something else.
 */
export async function once<Answer>(
  tx: Db,
  { accountId }: Actor,
  { id, action, at }: Request,
  work: () => Promise<Answer>,
): Promise<Answer> {
  if (accountId === null) return work(); // commands make no requests
  const known = await findRequest(tx, accountId, id);
  if (known) {
    if (known.action !== action) throw new DomainError("invalid_input");
    return JSON.parse(known.result) as Answer;
  }
  const answer = await work();
  await deleteRequestsBefore(tx, accountId, new Date(Date.parse(at) - KEPT_DAYS * MS_PER_DAY).toISOString());
  await insertRequest(tx, { id, userId: accountId, action, result: JSON.stringify(answer), createdAt: at });
  return answer;
}
