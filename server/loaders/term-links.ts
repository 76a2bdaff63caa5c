// A term's targets beside those of the term before.
import "server-only";
import { listTargets } from "@/db/queries/targets";
import { findTermByCode } from "@/db/queries/terms";
import type { SaveLinks } from "@/domain/inputs/terms";
import { requireActor } from "../require-actor";
import { getStore } from "../store";
import { readLinksState, readPreviousTargets, type PreviousTargets } from "../workflows/term-links";

/** What the form of the links is filled from. */
export interface TermLinksView {
  readonly termId: string;
  readonly isClosed: boolean;
  readonly stored: SaveLinks["typed"];
  readonly targets: readonly { readonly id: string; readonly name: string }[];
  readonly previous: PreviousTargets;
}

/** The links of the term with a code; null when there is none. */
export async function loadTermLinks(code: string): Promise<TermLinksView | null> {
  await requireActor("terms.configure");
  return (await getStore()).read(async (db) => {
    const term = await findTermByCode(db, code);
    if (!term) return null;
    return {
      ...{ termId: term.id, isClosed: term.state === "closed" },
      stored: await readLinksState(db, term.id),
      targets: (await listTargets(db, term.id)).map(({ id, name }) => ({ id, name })),
      previous: await readPreviousTargets(db, term),
    };
  });
}
