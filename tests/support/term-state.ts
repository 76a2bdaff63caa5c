import { eq } from "drizzle-orm";
import { stateFlags } from "@/db/queries/terms";
import type { Store } from "@/db/store";
import type { TermState } from "@/domain/terms";

/** Puts a term into a state without the rules of getting there, for tests of what the state allows. */
export async function setTermState(store: Store, termId: string, state: TermState): Promise<void> {
  await store.transact(async (tx) => {
    await tx.update(tx.tables.terms).set(stateFlags(state)).where(eq(tx.tables.terms.id, termId));
  });
}
