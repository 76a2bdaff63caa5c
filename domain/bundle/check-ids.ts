import type { ProblemList } from "./problems";

type Path = readonly PropertyKey[];

/** Names every entry whose id an earlier one has; gives the ids. `path` is that of the list. */
export function checkUnique(
  ids: readonly string[],
  path: Path,
  problems: ProblemList,
  key: string | null = "id",
): ReadonlySet<string> {
  const seen = new Set<string>();
  ids.forEach((id, index) => {
    const at = key === null ? [...path, index] : [...path, index, key];
    if (seen.has(id)) problems.add(at, "duplicate", { id });
    seen.add(id);
  });
  return seen;
}

/** Names a reference to nothing; an absent one is none. */
export function checkReference(
  id: string | null | undefined,
  known: ReadonlySet<string>,
  path: Path,
  problems: ProblemList,
): void {
  if (id != null && !known.has(id)) problems.add(path, "unknown_reference", { id });
}

/** The same for a list of references. */
export function checkReferences(
  ids: readonly string[] | null | undefined,
  known: ReadonlySet<string>,
  path: Path,
  problems: ProblemList,
): void {
  (ids ?? []).forEach((id, index) => checkReference(id, known, [...path, index], problems));
}
