// The account library's way to the database. Everything that it writes goes through the store's one queue and joins
// the transaction that is running, if any: a connection of its own would block the process or be left half-done.
import { drizzleAdapter } from "@better-auth/drizzle-adapter";
import type { BetterAuthOptions } from "better-auth";
import type { Db, Store } from "@/db/store";

type Adapter = ReturnType<ReturnType<typeof drizzleAdapter>>;

/** The library's `database` option on a store. */
export function storeAdapter(store: Store): (options: BetterAuthOptions) => Adapter {
  const adapterOf = drizzleAdapter(currentHandle(store), {
    provider: store.engine,
    schema: store.db.tables,
    usePlural: true,
  });
  return (options) => queueWrites(store, adapterOf(options));
}

/** A handle that looks up, at every statement, whether a transaction is running here. */
function currentHandle(store: Store): Record<string, unknown> {
  // Statements that write only ever run inside `joinOrTransact`, where the handle is a transaction's.
  const current = () => store.joinOrRead() as Db;
  return {
    select: (...args: Parameters<Db["select"]>) => current().select(...args),
    insert: (...args: Parameters<Db["insert"]>) => current().insert(...args),
    update: (...args: Parameters<Db["update"]>) => current().update(...args),
    delete: (...args: Parameters<Db["delete"]>) => current().delete(...args),
  };
}

/** Changes the adapter in place: the library recognises it by identity. */
function queueWrites(store: Store, adapter: Adapter): Adapter {
  const { create, update, updateMany, delete: remove, deleteMany, consumeOne, incrementOne } = adapter;
  const queued =
    <Args extends unknown[], Answer>(write: (...args: Args) => Promise<Answer>) =>
    (...args: Args) =>
      store.joinOrTransact(() => write(...args));
  return Object.assign(adapter, {
    create: queued(create),
    update: queued(update),
    updateMany: queued(updateMany),
    delete: queued(remove),
    deleteMany: queued(deleteMany),
    consumeOne: queued(consumeOne),
    incrementOne: queued(incrementOne),
    transaction: <Answer>(work: (adapter: Adapter) => Promise<Answer>) => store.joinOrTransact(() => work(adapter)),
  });
}
