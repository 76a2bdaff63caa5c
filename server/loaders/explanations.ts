// The questions of a term as a list, by where they stand.
import "server-only";
import { listTerms } from "@/db/queries/terms";
import type { ReadDb } from "@/db/store";
import type { ExplanationStatus } from "@/domain/explanations";
import type { Authorized } from "@/domain/permissions";
import { getStore } from "../store";
import { defaultTerm, seesDrafts, visibleTerms } from "./asked-view";
import { buildItem, readTermExplanations } from "./explanation-items";
import { EXPLANATION_FILTERS, type ExplanationFilter, type ExplanationListView } from "./explanation-views";
import type { Wording } from "./figure-texts";
import { loadWording } from "./load-wording";

/** What an address asks for. */
export interface ExplanationQuery {
  readonly term?: string | undefined;
  readonly state?: string | undefined;
}

/** The questions of a term; null while there is no term. */
export async function loadExplanations(
  actor: Authorized<"explanations.view">,
  query: ExplanationQuery,
): Promise<ExplanationListView | null> {
  const wording = await loadWording();
  return (await getStore()).read((db) => readExplanations(db, actor, query, wording));
}

/** The same from a consistent snapshot, without a request. */
export async function readExplanations(
  db: ReadDb,
  actor: Authorized<"explanations.view">,
  query: ExplanationQuery,
  wording: Wording,
): Promise<ExplanationListView | null> {
  const terms = visibleTerms(await listTerms(db), seesDrafts(actor, actor.on));
  const term = terms.find(({ code }) => code === query.term) ?? defaultTerm(terms, actor.on);
  if (term === null) return null;
  const read = await readTermExplanations(db, term, actor, actor.on);
  const items = read.map((one) => buildItem(one, actor.on, wording)).reverse();
  const filter = EXPLANATION_FILTERS.find((state) => state === query.state) ?? null;
  const count = (state: ExplanationFilter) => items.filter(({ status }) => passes(status, state)).length;
  return {
    ...{ termCode: term.code, termName: term.name, filter },
    terms: terms.map(({ code, name }) => ({ code, name })),
    counts: { open: count("open"), answered: count("answered"), closed: count("closed") },
    overdue: items.filter(({ overdue }) => overdue).length,
    items: items.filter(({ status }) => passes(status, filter)),
  };
}

/** A question that was taken back is closed as well. */
function passes(status: ExplanationStatus, filter: ExplanationFilter | null): boolean {
  return filter === null || status === filter || (status === "withdrawn" && filter === "closed");
}
