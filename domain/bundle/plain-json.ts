// The first look at parsed JSON, before any shape is asked for: what the readers behind it could not survive or see.
import type { ProblemList } from "./problems";

/** The format itself goes about ten levels deep. */
const MAX_DEPTH = 30;

/** The character NUL, which PostgreSQL keeps in no text, and halves of characters, which UTF-8 cannot write. */
const UNWRITABLE = /\p{Cs}/u;

function isWritable(text: string): boolean {
  return !text.includes("\0") && !UNWRITABLE.test(text);
}

/** Whether a key is a note of another program, ignored at every level (CALCULATION.md §7). */
function isNote(key: string): boolean {
  return key.startsWith("x-");
}

/**
 * Adds what makes JSON unfit to be read further, notes apart: nesting that would exhaust the stack, the key
 * `__proto__`, which record schemas pass over without a word, and texts that no database keeps. Stops at `MAX_DEPTH`.
 */
export function checkPlainJson(json: unknown, problems: ProblemList, path: readonly PropertyKey[] = []): void {
  if (typeof json === "string" && !isWritable(json)) problems.add(path, "bad_text");
  if (json === null || typeof json !== "object") return;
  if (path.length > MAX_DEPTH) {
    problems.add(path, "too_deep");
    return;
  }
  const entries = Array.isArray(json) ? [...json.entries()] : Object.entries(json);
  for (const [key, value] of entries) {
    if (typeof key === "string" && isNote(key)) continue;
    if (key === "__proto__") problems.add([...path, key], "unknown_key", { key });
    else if (typeof key === "string" && !isWritable(key)) problems.add([...path, key], "bad_text");
    else checkPlainJson(value, problems, [...path, key]);
  }
}

/** The value without notes, at every level; only for JSON that `checkPlainJson` has nothing against. */
export function withoutNotes(json: unknown): unknown {
  if (Array.isArray(json)) return json.map(withoutNotes);
  if (json === null || typeof json !== "object") return json;
  return Object.fromEntries(
    Object.entries(json)
      .filter(([key]) => !isNote(key))
      .map(([key, value]) => [key, withoutNotes(value)]),
  );
}
