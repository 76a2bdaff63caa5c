import "server-only";
import { listTerms } from "@/db/queries/terms";
import type { CalendarDate } from "@/domain/dates";
import type { BundleProblem } from "@/domain/bundle/problems";
import type { Status } from "@/domain/statuses";
import type { TermState } from "@/domain/terms";
import { requireActor } from "../require-actor";
import { getStore } from "../store";
import type { BundlePreview, TermPreview } from "../workflows/bundle-files";

export interface ExportableTerm {
  readonly code: string;
  readonly name: string;
  readonly startsOn: CalendarDate;
  readonly endsOn: CalendarDate;
  readonly state: TermState;
}

/** The terms that can be taken out as a file, newest first. */
export async function loadBundleSettings(): Promise<readonly ExportableTerm[]> {
  await requireActor("bundles.export");
  const store = await getStore();
  const terms = await listTerms(store.db);
  return terms.map(({ code, name, startsOn, endsOn, state }) => ({ code, name, startsOn, endsOn, state })).reverse();
}

/** A problem in the reader's words, at its place in the file. */
export interface ToldProblem {
  readonly path: string;
  readonly text: string;
}

/** A target as the overview will show it. */
export interface ToldTarget {
  readonly code: string;
  readonly name: string;
  readonly status: Status;
  readonly measures: readonly {
    readonly code: string;
    readonly name: string;
    readonly sentence: string;
    readonly received: number;
    readonly expected: number;
  }[];
}

export type ToldTerm = Omit<TermPreview, "results"> & {
  /** The day at which the results below stand. */
  readonly asOf: string;
  readonly targets: readonly ToldTarget[];
};

/** A preview as it travels to the page: ready texts. */
export type ToldPreview =
  | (Omit<Extract<BundlePreview, { ok: true }>, "terms"> & { readonly terms: readonly ToldTerm[] })
  | { readonly ok: false; readonly identical: boolean; readonly problems: readonly ToldProblem[] };

type ProblemWords = (code: BundleProblem["code"], values: BundleProblem["values"]) => string;

/** The preview of an import in the reader's words. */
export function tellPreview(preview: BundlePreview, wordsOf: ProblemWords): ToldPreview {
  if (preview.ok) return { ...preview, terms: preview.terms.map(tellTerm) };
  const problems = preview.problems.map(({ path, code, values }) => ({ path, text: wordsOf(code, values) }));
  return { ok: false, identical: preview.identical, problems };
}

function tellTerm({ results, ...term }: TermPreview): ToldTerm {
  const targets = (results?.targets ?? []).map(({ code, name, status, measures }) => ({
    ...{ code, name, status },
    measures: measures.map(({ id, name: called, sentence, received, expected }) => ({
      ...{ code: id, name: called, sentence, received, expected },
    })),
  }));
  return { ...term, asOf: results?.state.asOf ?? "", targets };
}
