// The short codes by which addresses and files name units and events, proposed from what people type.
import { RESERVED_UNIT_CODES } from "./reserved-codes";

const LONGEST_PROPOSED = 12;

/** Latin letters without marks, small: `Đảng ủy` is `dang uy`. */
export function foldText(text: string): string {
  return text.normalize("NFD").replace(/\p{M}/gu, "").replace(/[đĐ]/g, "d").toLowerCase();
}

/** The code itself, or with the first number behind it that makes it unlike those taken. */
export function freeCode(wanted: string, taken: readonly string[]): string {
  const used = new Set(taken);
  let code = wanted;
  for (let number = 2; used.has(code); number += 1) code = `${wanted}-${number}`;
  return code;
}

/** A code for a unit: the first letter of each word, numbers whole (`Chi bộ 12` is `cb12`); empty for an empty name. */
export function proposeUnitCode(name: string, taken: readonly string[]): string {
  const words = foldText(name).match(/[0-9]+|[a-z]+/g) ?? [];
  const code = words.map((word) => (/^[0-9]/.test(word) ? word : word.slice(0, 1))).join("");
  return code === "" ? "" : freeCode(code.slice(0, LONGEST_PROPOSED), [...taken, ...RESERVED_UNIT_CODES]);
}

/** A code for an event that tells it apart in a file: `merge-2024-01-01-cb7`. */
export function proposeEventCode(
  { kind, on }: { readonly kind: string; readonly on: string },
  unitCode: string,
  taken: readonly string[],
): string {
  return freeCode(`${kind}-${on}-${unitCode}`, taken);
}
