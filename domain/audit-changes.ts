// What an entry of the audit log changed, part by part, so that a person can read it.
import type { JsonValue } from "./audit";

type Scalar = string | number | boolean | null;

/** One part that differs; `undefined` on the side where it did not exist. */
export interface AuditChange {
  /** Where it stands in the state: names and, in lists, numbers from 0 (`["figures", "0", "n"]`). */
  readonly path: readonly string[];
  readonly before: Scalar | undefined;
  readonly after: Scalar | undefined;
}

/**
 * The parts in which two states differ, in the order of the states. Takes the log's JSON texts; null is a state that
 * did not exist. Equal parts are left out.
 */
export function listAuditChanges(before: string | null, after: string | null): AuditChange[] {
  const old = partsOf(before);
  const young = partsOf(after);
  return [...new Map([...old, ...young])]
    .map(([key, { path }]) => ({ path, before: old.get(key)?.value, after: young.get(key)?.value }))
    .filter((change) => change.before !== change.after);
}

interface Part {
  readonly path: readonly string[];
  readonly value: Scalar;
}

function partsOf(text: string | null): Map<string, Part> {
  const parts = new Map<string, Part>();
  if (text !== null) collect(JSON.parse(text) as JsonValue, [], parts);
  return parts;
}

function collect(value: JsonValue, path: readonly string[], parts: Map<string, Part>): void {
  if (value === null || typeof value !== "object") {
    parts.set(JSON.stringify(path), { path, value });
    return;
  }
  for (const [name, part] of Object.entries(value)) {
    if (part !== undefined) collect(part, [...path, name], parts);
  }
}
