// What both engines share: which transaction is running here, and the refusals that keep writes in it.
import { AsyncLocalStorage } from "node:async_hooks";
import { narrow, type Connection, type Db, type ReadDb } from "../handle";
import type { Tables } from "../schema/schema";

/** A misuse of the store by code, never by a person. */
export class StoreMisuse extends Error {
  override readonly name = "StoreMisuse";
}

interface RunningTransaction {
  readonly tx: Db;
  readonly hasEnded: () => boolean;
}

/** Knows whether a piece of work runs inside a transaction of this store, across its awaits. */
export class Transactions {
  readonly #running = new AsyncLocalStorage<RunningTransaction>();
  readonly #tables: Tables;

  constructor(tables: Tables) {
    this.#tables = tables;
  }

  /** The handle for reads outside: refused inside a transaction, where it would not see what was just written. */
  outerHandle(connection: Connection): Db {
    return narrow(connection, this.#tables, () => {
      if (this.current()) throw new StoreMisuse("the outer handle is used inside transact: use the one handed in");
    });
  }

  /** Refuses to begin while a transaction runs. */
  refuseNesting(method: string): void {
    if (this.current()) throw new StoreMisuse(`${method} inside transact: transactions are not nested`);
  }

  /** The running transaction's handle. */
  current(): Db | null {
    const running = this.#running.getStore();
    return running && !running.hasEnded() ? running.tx : null;
  }

  /** Runs the work with a handle that dies with it. */
  async run<T>(connection: Connection, work: (tx: Db) => Promise<T>): Promise<T> {
    let ended = false;
    const tx = narrow(connection, this.#tables, () => {
      if (ended) throw new StoreMisuse("a transaction's handle is used after its end: await every query");
    });
    try {
      return await this.#running.run({ tx, hasEnded: () => ended }, () => work(tx));
    } finally {
      ended = true;
    }
  }

  /** Runs reading work with a handle that dies with it; it is no transaction to join. */
  async runReading<T>(connection: Connection, work: (db: ReadDb) => Promise<T>): Promise<T> {
    let ended = false;
    const db = narrow(connection, this.#tables, () => {
      if (ended) throw new StoreMisuse("a snapshot's handle is used after its end: await every query");
    });
    try {
      return await work(db);
    } finally {
      ended = true;
    }
  }
}
