// What an entry of the log says of a state, which it keeps as canonical JSON.

/** A text in a state of the log, by its key; null where there is none. */
export function textIn(state: string | null, key: string): string | null {
  const value: unknown = state === null ? null : JSON.parse(state);
  if (value === null || typeof value !== "object" || !Object.hasOwn(value, key)) return null;
  const text = (value as Readonly<Record<string, unknown>>)[key];
  return typeof text === "string" ? text : null;
}
