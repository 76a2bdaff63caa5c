import { randomInt } from "node:crypto";
import { isWeakPassword } from "@/domain/passwords";

const LENGTH = 12;

/**
 * A password for somebody else to begin with: 12 digits. They are read out without spelling, typed on any phone, and no
 * Vietnamese keyboard turns them into something else, as it does with letters.
 */
export function makeOneTimePassword(login: string): string {
  for (;;) {
    const password = Array.from({ length: LENGTH }, () => randomInt(10)).join("");
    if (!isWeakPassword(password, login)) return password;
  }
}
