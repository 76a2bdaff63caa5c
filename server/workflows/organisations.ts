// What the organisation is called and how its papers are headed and signed.
import { newId } from "@/db/ids";
import { findOrganisation, insertOrganisation, updateOrganisation } from "@/db/queries/organisations";
import type { ReadDb, Store } from "@/db/store";
import type { SaveOrganisation, TypedOrganisation } from "@/domain/inputs/organisations";
import type { Authorized } from "@/domain/permissions";
import { applyChange, type ChangeAnswer } from "./changes";
import { refuseOvertaken } from "./overtaken";

/** What the office edits of the organisation, as it is stored now; null before it is named. */
export async function readOrganisationState(db: ReadDb): Promise<TypedOrganisation | null> {
  const row = await findOrganisation(db);
  if (!row) return null;
  const { id: _, ...state } = row;
  return state;
}

/** Changes the organisation's particulars; makes it where there is none. Refuses with `overtaken`. */
export function saveOrganisation(
  store: Store,
  actor: Authorized<"terms.configure">,
  { mode, base, typed }: SaveOrganisation,
): Promise<ChangeAnswer<null>> {
  return applyChange(store, actor, {
    ...{ mode, measured: false },
    work: async (tx) => {
      const stored = await findOrganisation(tx);
      const before = await readOrganisationState(tx);
      const subject = { type: "organisation" as const, id: stored?.id ?? newId() };
      await refuseOvertaken(tx, subject, { base, current: before && { ...before } });
      await (stored ? updateOrganisation : insertOrganisation)(tx, { id: subject.id, ...typed });
      return {
        event: { action: "organisation.changed", subject, before: before && { ...before }, after: typed },
        data: null,
      };
    },
  });
}
