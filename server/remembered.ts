// Views that many people open and that change only when something is written are computed once for each state of the data.
import { findAuditHead } from "@/db/queries/audit";
import type { ReadDb, Store } from "@/db/store";

/** About 100 kB each: enough for the pages that are open on a day, and no burden on a small PC. */
const MOST_KEPT = 60;

interface Kept {
  readonly head: string;
  readonly view: unknown;
}

const keptByStore = new WeakMap<Store, Map<string, Kept>>();

function keptOf(store: Store): Map<string, Kept> {
  const known = keptByStore.get(store);
  if (known) return known;
  const kept = new Map<string, Kept>();
  keptByStore.set(store, kept);
  return kept;
}

/** Puts the newest last, and lets go of the one that was not asked for longest. */
function keep(kept: Map<string, Kept>, key: string, entry: Kept): void {
  kept.delete(key);
  kept.set(key, entry);
  const oldest = kept.keys().next();
  if (kept.size > MOST_KEPT && !oldest.done) kept.delete(oldest.value);
}

/**
 * What `work` reads from a consistent snapshot, or what it read before for the same key when nothing was written since.
 * The end of the audit chain tells, in that same snapshot: every change that a reader can see appends to it, whichever
 * process made it. The key must hold all that the view depends on besides the data. The answer is shared: never change it.
 */
export function readRemembered<T>(store: Store, key: string, work: (db: ReadDb) => Promise<T>): Promise<T> {
  return store.read(async (db) => {
    const kept = keptOf(store);
    const head = (await findAuditHead(db))?.hash ?? "";
    const known = kept.get(key);
    const entry = known?.head === head ? known : { head, view: await work(db) };
    keep(kept, key, entry);
    return entry.view as T;
  });
}
