import { useState } from "react";
import type { JsonValue } from "@/domain/audit";

/**
 * The key of a form that follows what is stored, but for what is being typed: a page that is drawn anew meanwhile takes
 * nothing away, and the server tells it when it was overtaken.
 */
export function useFormKey(stored: JsonValue) {
  const present = JSON.stringify(stored);
  const [filledFrom, setFilledFrom] = useState<string | null>(null);
  const key = filledFrom ?? present;
  return { key, onTyped: () => setFilledFrom(key), onSaved: () => setFilledFrom(null) };
}
