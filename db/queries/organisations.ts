import { eq } from "drizzle-orm";
import type { Db, ReadDb } from "../handle";

export type OrganisationRow = ReadDb["tables"]["organisations"]["$inferSelect"];

/** The organisation whose progress is kept here, null before it is named. */
export async function findOrganisation(db: ReadDb): Promise<OrganisationRow | null> {
  const found = await db.select().from(db.tables.organisations).limit(1);
  return found[0] ?? null;
}

export async function insertOrganisation(
  tx: Db,
  organisation: ReadDb["tables"]["organisations"]["$inferInsert"],
): Promise<void> {
  await tx.insert(tx.tables.organisations).values(organisation);
}

/** Changes what the organisation is called and how its papers are headed and signed. */
export async function updateOrganisation(tx: Db, organisation: OrganisationRow): Promise<void> {
  const { organisations } = tx.tables;
  await tx.update(organisations).set(organisation).where(eq(organisations.id, organisation.id));
}
