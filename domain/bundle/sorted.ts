/** Negative when `a` stands first. */
export type Compare<T> = (a: T, b: T) => number;

/** The order of code units: for dates and ids, not for names. */
export function byText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** Sorted by the first key that differs, else as it was. */
export function sorted<T>(list: readonly T[], ...keys: readonly Compare<T>[]): T[] {
  const compare = (a: T, b: T) => keys.reduce((decided, key) => (decided === 0 ? key(a, b) : decided), 0);
  return [...list].sort(compare);
}
