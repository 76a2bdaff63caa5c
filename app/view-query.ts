import type { ViewQuery } from "@/server/loaders/view-state";

export type SearchParams = Promise<Record<string, string | string[] | undefined>>;

/** Term, day and basis as the address asks for them; a key given twice counts once. */
export async function readViewQuery(searchParams: SearchParams): Promise<ViewQuery> {
  const { term, asOf, basis } = await searchParams;
  return { term: firstOf(term), asOf: firstOf(asOf), basis: firstOf(basis) };
}

/** Words that an address holds by name; a key given twice counts once. */
export async function readWords<Key extends string>(
  searchParams: SearchParams,
  keys: readonly Key[],
): Promise<Partial<Record<Key, string>>> {
  const given = await searchParams;
  const words = keys.map((key) => [key, firstOf(given[key])] as const).filter(([, word]) => word !== undefined);
  return Object.fromEntries(words) as Partial<Record<Key, string>>;
}

function firstOf(value: string | string[] | undefined): string | undefined {
  return Array.isArray(value) ? value[0] : value;
}
