// What was typed and is not yet on the server, kept in this browser: it outlives an expired session and a lost network.
import type { TypedFigures } from "./form-fields";

/** A filling of the form that the server has not confirmed. */
export interface KeptTexts {
  readonly figures: TypedFigures;
  /** The version of the report that it was typed on. */
  readonly version: number;
  /** UTC instant in ISO 8601. */
  readonly at: string;
}

/** Whose texts of which report they are: another account of the same browser never sees them. */
export interface KeptFor {
  readonly accountId: string;
  readonly unitId: string;
  readonly periodId: string;
}

function keyOf({ accountId, unitId, periodId }: KeptFor): string {
  return `tien-do.entry.${accountId}.${unitId}.${periodId}`;
}

/** Keeps the texts. A browser that keeps nothing (private window, full disk) is left alone: the server saves too. */
export function keepTexts(owner: KeptFor, texts: KeptTexts): void {
  try {
    localStorage.setItem(keyOf(owner), JSON.stringify(texts));
  } catch {
    // Only a second safety net: saving on the server goes on.
  }
}

/** The kept texts, null when there are none or they cannot be read. */
export function findKeptTexts(owner: KeptFor): KeptTexts | null {
  try {
    const text = localStorage.getItem(keyOf(owner));
    const kept: unknown = text === null ? null : JSON.parse(text);
    return isKept(kept) ? kept : null;
  } catch {
    return null;
  }
}

/** Forgets the texts: the server has them now. */
export function dropKeptTexts(owner: KeptFor): void {
  try {
    localStorage.removeItem(keyOf(owner));
  } catch {
    // Nothing was kept either.
  }
}

function isKept(value: unknown): value is KeptTexts {
  if (typeof value !== "object" || value === null) return false;
  return "figures" in value && typeof value.figures === "object" && "version" in value && "at" in value;
}
