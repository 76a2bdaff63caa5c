const BYTES = 16;

/** A key that is sent once for each thing to do. `crypto.randomUUID` exists under https and on localhost only. */
export function newRequestId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(BYTES));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
}
