import { eq } from "drizzle-orm";
import type { Db } from "../handle";
import type { Stamp } from "./submissions";

/** Keeps the texts of a draft's form as they were typed (JSON), and who typed them last. */
export async function updateTypedTexts(tx: Db, revisionId: string, typed: string, { by, at }: Stamp): Promise<void> {
  const { submissionRevisions } = tx.tables;
  await tx
    .update(submissionRevisions)
    .set({ typed, createdBy: by, createdAt: at })
    .where(eq(submissionRevisions.id, revisionId));
}
