import type { Db, Store } from "../handle";

/** Carries a rehearsal's result past the transaction that is undone. */
class Rehearsed<T> extends Error {
  readonly result: T;

  constructor(result: T) {
    super("rehearsed");
    this.name = "Rehearsed";
    this.result = result;
  }
}

/**
 * Does the work in a transaction and takes all of it back: what a preview shows is what the deed itself would answer,
 * because it is the deed itself. Throws what the work throws.
 */
export async function rehearse<T>(store: Store, work: (tx: Db) => Promise<T>): Promise<T> {
  try {
    return await store.transact<never>(async (tx) => {
      throw new Rehearsed(await work(tx));
    });
  } catch (error) {
    if (error instanceof Rehearsed) return (error as Rehearsed<T>).result;
    throw error;
  }
}
