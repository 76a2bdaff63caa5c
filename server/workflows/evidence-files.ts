// Files that prove a figure or an answer: taken in, taken away, handed out.
import { evidenceFolderIn, hashContent, keepContent, readContent } from "@/db/evidence-folder";
import { findAccount } from "@/db/queries/accounts";
import {
  findEvidence,
  insertEvidence,
  listAttachedEvidence,
  markEvidenceRemoved,
  type EvidenceRow,
} from "@/db/queries/evidence-files";
import { readReportingSettings } from "@/db/queries/reporting-settings";
import type { Db, ReadDb, Store } from "@/db/store";
import { DomainError } from "@/domain/errors";
import { evidenceBytes, evidenceName, isEvidenceKind, MAX_EVIDENCE_FILES, type EvidenceKind } from "@/domain/evidence";
import type { AttachToAnswer, AttachToFigure, RemoveEvidence } from "@/domain/inputs/evidence";
import type { Authorized, Permission } from "@/domain/permissions";
import { decideEvidenceKind } from "../evidence-content";
import { readStanding } from "../evidence-standing";
import { openAnswer, openFigure, openSubjectOf, type OpenSubject } from "../evidence-subjects";
import { settings } from "../env";
import { viewOfEvidence } from "../loaders/evidence-files";
import type { EvidenceFileView } from "../loaders/evidence-views";
import { recordAudit } from "./audit";
import { once } from "./requests";

/** A file as it was sent, and where content is kept. */
interface SentFile {
  readonly bytes: Uint8Array;
  readonly folder: string;
  /** UTC. */
  readonly now: string;
}

/** The folder of this server's evidence. */
export function evidenceFolder(): string {
  return evidenceFolderIn(settings().dataDirectory);
}

/** The most bytes that are read of a file: what the office allows. DomainError `evidence_off` while none are taken. */
export async function readEvidenceLimit(db: ReadDb): Promise<number> {
  const { takesEvidence, evidenceMegabytes } = await readReportingSettings(db);
  if (!takesEvidence) throw new DomainError("evidence_off");
  return evidenceBytes(evidenceMegabytes);
}

/**
 * Takes in a file beside a unit's figure, whether its report was begun or not, as long as the report can be edited.
 * The same content beside the same figure is one file, however often it is sent.
 */
export function attachToFigure(
  store: Store,
  actor: Authorized<"figures.enter">,
  input: AttachToFigure,
  file: SentFile,
): Promise<EvidenceFileView> {
  return attach(store, actor, input, file, (db) => openFigure(db, actor, input));
}

/** Takes in a file beside the answer to a question, until the question is closed. */
export function attachToAnswer(
  store: Store,
  actor: Authorized<"explanations.answer">,
  input: AttachToAnswer,
  file: SentFile,
): Promise<EvidenceFileView> {
  return attach(store, actor, input, file, (db) => openAnswer(db, actor, input.explanationId));
}

/** Everything is refused before content is kept, and asked again with the row: content comes first, so that no row lacks it. */
async function attach(
  store: Store,
  actor: Authorized<Permission>,
  { requestId, name }: { readonly requestId: string; readonly name: string },
  { bytes, folder, now }: SentFile,
  open: (db: ReadDb) => Promise<OpenSubject>,
): Promise<EvidenceFileView> {
  await store.read(async (db) => requireRoom(db, await open(db), bytes));
  const kind = await decideEvidenceKind(bytes);
  const hash = await keepContent(folder, bytes);
  return store.transact((tx) =>
    once(tx, actor, { id: requestId, action: "evidence.attach", at: now }, async () => {
      const opened = await open(tx);
      const known = await requireRoom(tx, opened, bytes);
      const taken = { name: evidenceName(name, kind), mediaType: kind, size: bytes.byteLength, hash };
      const row = known ?? (await record(tx, actor, opened, taken, now));
      return viewOfEvidence(row, await nameOf(tx, row));
    }),
  );
}

/** Whether a file may still come; the same content, where it stands there already. */
async function requireRoom(db: ReadDb, { subject }: OpenSubject, bytes: Uint8Array): Promise<EvidenceRow | null> {
  const limit = await readEvidenceLimit(db);
  if (bytes.byteLength > limit) throw new DomainError("file_too_large", { megabytes: limit / evidenceBytes(1) });
  const attached = await listAttachedEvidence(db, subject);
  const hash = hashContent(bytes);
  const same = attached.find((row) => row.hash === hash) ?? null;
  if (!same && attached.length >= MAX_EVIDENCE_FILES) {
    throw new DomainError("evidence_too_many", { maximum: MAX_EVIDENCE_FILES });
  }
  return same;
}

type Taken = Pick<EvidenceRow, "name" | "mediaType" | "size" | "hash">;

async function record(
  tx: Db,
  actor: Authorized<Permission>,
  { subject, codes }: OpenSubject,
  taken: Taken,
  now: string,
): Promise<EvidenceRow> {
  const row = await insertEvidence(tx, { ...subject, ...taken }, { by: actor.accountId, at: now });
  const after = { ...codes, ...auditOf(row) };
  await recordAudit(tx, actor, { action: "evidence.attached", subject: subjectOf(row), before: null, after });
  return row;
}

/** Takes a file away: its row and content stay, for inspection. Only as long as it could be attached. */
export function removeEvidence(
  store: Store,
  actor: Authorized<"account.own">,
  { requestId, fileId }: RemoveEvidence,
  now: string,
): Promise<{ readonly id: string }> {
  return store.transact((tx) =>
    once(tx, actor, { id: requestId, action: "evidence.remove", at: now }, async () => {
      const row = await findEvidence(tx, fileId);
      if (!row || row.removedAt !== null) throw new DomainError("not_found");
      const { codes } = await openSubjectOf(tx, actor, row);
      await markEvidenceRemoved(tx, row.id, { by: actor.accountId, at: now });
      const before = { ...codes, ...auditOf(row) };
      await recordAudit(tx, actor, { action: "evidence.removed", subject: subjectOf(row), before, after: null });
      return { id: row.id };
    }),
  );
}

/** The log has more readers than a draft: it names a file by its hash, and its row by the name. */
function auditOf({ mediaType, size, hash }: EvidenceRow) {
  return { mediaType, size, hash };
}

function subjectOf({ id }: EvidenceRow) {
  return { type: "evidence" as const, id };
}

async function nameOf(db: ReadDb, { createdBy }: EvidenceRow): Promise<string | null> {
  return createdBy === null ? null : ((await findAccount(db, createdBy))?.displayName ?? null);
}

/** A file to be kept by whoever asked for it. */
export interface EvidenceDownload {
  readonly name: string;
  readonly kind: EvidenceKind;
  readonly bytes: Buffer<ArrayBuffer>;
}

/**
 * Hands out a file to whoever may see what it proves; for everybody else it is not there (`not_found`). DomainError
 * `evidence_lost` when its content is missing or is no longer what was taken in.
 */
export async function openEvidence(
  store: Store,
  actor: Authorized<"figures.view">,
  fileId: string,
  folder: string,
): Promise<EvidenceDownload> {
  const row = await store.read(async (db) => {
    const found = await findEvidence(db, fileId);
    return found && (await readStanding(db, actor, found)) !== "hidden" ? found : null;
  });
  if (!row || !isEvidenceKind(row.mediaType)) throw new DomainError("not_found");
  const bytes = await readContent(folder, row.hash);
  if (!bytes) throw new DomainError("evidence_lost");
  return { name: row.name, kind: row.mediaType, bytes };
}
