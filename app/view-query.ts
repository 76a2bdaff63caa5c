import type { ViewQuery } from "@/server/loaders/view-state";

export type SearchParams = Promise<Record<string, string | string[] | undefined>>;

/** Term, day and basis as the address asks for them; a key given twice counts once. */
export async function readViewQuery(searchParams: SearchParams): Promise<ViewQuery> {
  const { term, asOf, basis } = await searchParams;
  return { term: firstOf(term), asOf: firstOf(asOf), basis: firstOf(basis) };
}

function firstOf(value: string | string[] | undefined): string | undefined {
  return Array.isArray(value) ? value[0] : value;
}
