/** What a new question is about, by codes: a target, or a unit with a measure, a period or both. */
export interface AskedAbout {
  readonly target?: string;
  readonly unit?: string;
  readonly measure?: string;
  readonly period?: string;
}

/** The page on which something is asked about. */
export function askAddress(termCode: string, about: AskedAbout): string {
  return `/explanations/new?${new URLSearchParams({ term: termCode, ...about }).toString()}`;
}

/** The page of one question. Codes come with bundles and may hold any letter. */
export function threadAddress({ code, termCode }: { readonly code: string; readonly termCode: string }): string {
  return `/explanations/${encodeURIComponent(code)}?term=${encodeURIComponent(termCode)}`;
}

/** The list of a term's questions, those of one state or all. */
export function explanationsAddress(termCode: string, state: string | null): string {
  return `/explanations?${new URLSearchParams({ term: termCode, ...(state && { state }) }).toString()}`;
}
