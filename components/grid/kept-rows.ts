// What this device keeps of the entry grid until the server has it, report by report, as it keeps forms.
import { deviceStore } from "@/components/entry/device-store";
import type { KeptCells } from "@/domain/kept-rows";
import type { HeldReport } from "./grid-lines";

/** A report of the grid as this device holds it. */
export interface KeptRow extends KeptCells, Pick<HeldReport, "standing" | "closure" | "overtakenBy"> {
  /** UTC instant in ISO 8601 of what was typed last. */
  readonly typedAt: string;
  /** The grid in which it was typed, as a list names it. */
  readonly heading: { readonly title: string; readonly address: string };
}

const PARTS = ["version", "stored", "typed", "standing", "closure", "overtakenBy", "typedAt", "heading"];

const store = deviceStore("tien-do.grid", (value): value is KeptRow => {
  return typeof value === "object" && value !== null && PARTS.every((part) => part in value);
});

/** Keeps a row; false where the browser keeps nothing. */
export const keepRow = store.keep;

/** The kept row, null when there is none or it cannot be read. */
export const findKeptRow = store.find;

/** Forgets a row: the server has all of it. */
export const dropKeptRow = store.drop;

/** Forgets all rows of an account, saved or not: it signs out. */
export const dropKeptRows = store.dropAll;

/** Tells what another page of this browser keeps, and what was kept before it; gives what ends it. */
export const watchKeptRows = store.watch;

/** An account's rows of which the server lacks something. */
export function listUnsavedRows(accountId: string): readonly KeptRow[] {
  return store
    .list(accountId)
    .map(({ report }) => report)
    .filter(({ typed }) => Object.keys(typed).length > 0);
}

/** Whether two rows keep the same, whenever it was typed. */
export function isSameKept(a: KeptRow, b: KeptRow): boolean {
  return JSON.stringify({ ...a, typedAt: "" }) === JSON.stringify({ ...b, typedAt: "" });
}
