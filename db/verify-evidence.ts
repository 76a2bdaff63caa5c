// The rows of evidence against the files: what is missing, what is no longer what it was, what nobody refers to.
import { evidencePath, hasContent, listContent, readContent } from "./evidence-folder";
import type { ReadDb } from "./handle";
import { listAllEvidence } from "./queries/evidence-files";

/** One thing that is not as it should be; `path` is within the folder of evidence. */
export interface EvidenceFinding {
  readonly type: "evidence_missing" | "evidence_damaged" | "evidence_orphan";
  readonly path: string;
  /** The name under which it was attached; empty for an orphan. */
  readonly name: string;
}

/** What was looked at, and everything found wrong with it. */
export interface EvidenceVerification {
  readonly files: number;
  readonly findings: readonly EvidenceFinding[];
}

/** A file is written before its row: one that is younger may belong to an upload under way. */
const UNDER_WAY_MS = 10 * 60_000;

/**
 * Compares every file of evidence that was ever taken in with the folder, at an instant (ms since 1970). Content that
 * no row refers to is left by a server that stopped between writing the two; it may be deleted.
 */
export async function verifyEvidence(db: ReadDb, folder: string, now: number): Promise<EvidenceVerification> {
  const kept = await listContent(folder);
  const rows = await listAllEvidence(db);
  const byHash = new Map(rows.map((row) => [row.hash, row]));
  const findings: EvidenceFinding[] = [];
  for (const [hash, { name }] of byHash) {
    if (await readContent(folder, hash)) continue;
    const type = (await hasContent(folder, hash)) ? "evidence_damaged" : "evidence_missing";
    findings.push({ type, path: evidencePath(hash), name });
  }
  const known = new Set([...byHash.keys()].map(evidencePath));
  for (const { path, writtenAt } of kept) {
    if (known.has(path) || writtenAt > now - UNDER_WAY_MS) continue;
    findings.push({ type: "evidence_orphan", path, name: "" });
  }
  return { files: byHash.size, findings };
}
