// Two people changed the same thing: what each of them meant, put together leaf by leaf, and where they differ.
import type { JsonValue } from "./audit";

/** One place at which two fillings differ from each other and both from what they began with. */
export interface MergeConflict {
  /** `years.0.endsOn` */
  readonly path: string;
  readonly mine: JsonValue;
  readonly theirs: JsonValue;
}

export interface Merge<T> {
  /** With every change of either side; where both changed the same place differently, mine. */
  readonly merged: T;
  readonly conflicts: readonly MergeConflict[];
}

type Fields = Readonly<Record<string, JsonValue | undefined>>;

function isFields(value: JsonValue | undefined): value is Fields {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function isSame(a: JsonValue | undefined, b: JsonValue | undefined): boolean {
  if (isFields(a) && isFields(b)) {
    return [...new Set([...Object.keys(a), ...Object.keys(b)])].every((key) => isSame(a[key], b[key]));
  }
  if (isList(a) && isList(b)) return a.length === b.length && a.every((part, index) => isSame(part, b[index]));
  return a === b;
}

/**
 * Merges two fillings of one form that began with the same state. Fields are merged one by one; a list counts as one
 * value unless it kept its length, because its parts have no names. What only one side changed is taken from that side.
 */
export function mergeFillings<T extends JsonValue>(base: T, mine: T, theirs: T): Merge<T> {
  const conflicts: MergeConflict[] = [];
  const merged = mergeValue(base, mine, theirs, "", conflicts);
  return { merged: merged as T, conflicts };
}

function mergeValue(
  base: JsonValue | undefined,
  mine: JsonValue | undefined,
  theirs: JsonValue | undefined,
  path: string,
  conflicts: MergeConflict[],
): JsonValue | undefined {
  if (isSame(mine, theirs) || isSame(base, theirs)) return mine;
  if (isSame(base, mine)) return theirs;
  const below = (key: string | number) => (path === "" ? String(key) : `${path}.${key}`);
  if (isFields(base) && isFields(mine) && isFields(theirs)) {
    const keys = [...new Set([...Object.keys(mine), ...Object.keys(theirs)])];
    return Object.fromEntries(
      keys.map((key) => [key, mergeValue(base[key], mine[key], theirs[key], below(key), conflicts)]),
    );
  }
  if (isList(base) && isList(mine) && isList(theirs) && mine.length === base.length && mine.length === theirs.length) {
    return mine.map((part, index) => mergeValue(base[index], part, theirs[index], below(index), conflicts) ?? null);
  }
  conflicts.push({ path, mine: mine ?? null, theirs: theirs ?? null });
  return mine;
}

type List = readonly JsonValue[];

function isList(value: JsonValue | undefined): value is List {
  return Array.isArray(value);
}

/** A filling with the value at a path replaced (`years.0.endsOn`). */
export function withValueAt<T extends JsonValue>(filling: T, path: string, value: JsonValue): T {
  const [key = "", ...rest] = path.split(".");
  if (isList(filling)) {
    const parts: JsonValue = filling.map((part, index) => (String(index) === key ? replaced(part, rest, value) : part));
    return parts as T;
  }
  if (!isFields(filling)) return filling;
  const fields: JsonValue = { ...filling, [key]: replaced(filling[key] ?? null, rest, value) };
  return fields as T;
}

function replaced(part: JsonValue, rest: readonly string[], value: JsonValue): JsonValue {
  return rest.length === 0 ? value : withValueAt(part, rest.join("."), value);
}

/** Whether what stands at a path (`years.0.endsOn`) differs between two fillings of one form. */
export function differsAt(before: JsonValue, after: JsonValue, path: string): boolean {
  return !isSame(valueAt(before, path), valueAt(after, path));
}

function valueAt(filling: JsonValue, path: string): JsonValue | undefined {
  return path
    .split(".")
    .reduce<JsonValue | undefined>(
      (part, key) => (isList(part) ? part[Number(key)] : isFields(part) ? part[key] : undefined),
      filling,
    );
}
