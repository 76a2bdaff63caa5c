import { findAccountByLogin, listRoleHoldings } from "@/db/queries/accounts";
import type { ReadDb } from "@/db/store";
import type { CalendarDate } from "@/domain/dates";
import { may, mayEverywhere } from "@/domain/permissions";

/**
 * Where somebody starts who asked for no address: who only enters figures at what is to be done, everybody else at
 * the overview.
 */
export async function findFirstPage(db: ReadDb, login: string, today: CalendarDate): Promise<"/" | "/entry"> {
  const account = await findAccountByLogin(db, login);
  if (account === null) return "/";
  const actor = { ...account, accountId: account.id, holdings: await listRoleHoldings(db, account.id) };
  const enters = may(actor, "figures.enter", null, today);
  return enters && !mayEverywhere(actor, "submissions.view", today) ? "/entry" : "/";
}
