import "server-only";
import { notFound } from "next/navigation";
import { cache } from "react";
import { findTermByCode } from "@/db/queries/terms";
import type { TermState } from "@/domain/terms";
import { requireActor } from "../require-actor";
import { getStore } from "../store";

/** What the head of a term's settings shows. */
export interface TermHead {
  readonly id: string;
  readonly code: string;
  readonly name: string;
  readonly state: TermState;
}

/** The term of an address under /settings/terms, for the office; the page that says so where there is none. */
export const loadTermHead = cache(async (segment: string): Promise<TermHead> => {
  await requireActor("terms.configure");
  const term = await findTermByCode((await getStore()).db, decodeURIComponent(segment));
  if (!term) notFound();
  const { id, code, name, state } = term;
  return { id, code, name, state };
});
