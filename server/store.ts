import { findSampleDay } from "@/db/queries/sample-day";
import { openStore, type Store } from "@/db/store";
import { fixToday } from "./clock";
import { settings } from "./env";

// Next.js loads a module once per bundle; the store must be one object per process, or two of them would write at once.
const state = globalThis as typeof globalThis & { tienDoStore?: Promise<Store> };

/** The process's store, opened at the first call from DATABASE_URL; a failure to open is tried again at the next call. */
export function getStore(): Promise<Store> {
  return (state.tienDoStore ??= openProcessStore().catch((error: unknown) => {
    delete state.tienDoStore;
    throw error;
  }));
}

async function openProcessStore(): Promise<Store> {
  const store = await openStore(settings().databaseUrl);
  if (settings().demo) fixToday(await findSampleDay(store.db));
  return store;
}
