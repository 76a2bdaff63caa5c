import { randomInt } from "node:crypto";

const ALPHABET = "23456789ABCDEFGHJKMNPQRSTVWXYZ"; // none that is read two ways, also over the telephone

/** A random code that people read out and type: capitals and digits that cannot be taken for each other. */
export function makeSpokenCode(length: number): string {
  return Array.from({ length }, () => ALPHABET[randomInt(ALPHABET.length)]).join("");
}
