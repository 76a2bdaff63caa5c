import "server-only";
import type { TypedOrganisation } from "@/domain/inputs/organisations";
import { requireActor } from "../require-actor";
import { getStore } from "../store";
import { readOrganisationState } from "../workflows/organisations";

/** The organisation's particulars, for the office to change. */
export async function loadOrganisation(): Promise<TypedOrganisation | null> {
  await requireActor("terms.configure");
  return readOrganisationState((await getStore()).db);
}
