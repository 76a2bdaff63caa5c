import type { Failure, Result } from "@/domain/errors";
import type { TakenUpload, UploadPreview } from "@/server/loaders/upload-views";

/** What a person agreed to, beside the file that the preview saw. */
export interface Agreed {
  readonly requestId: string;
  readonly hash: string;
  readonly basis: string;
  readonly skipRefused: boolean;
  readonly submitComplete: boolean;
}

async function send(address: string, file: File): Promise<Response> {
  return fetch(address, { method: "POST", headers: { "Content-Type": "application/octet-stream" }, body: file });
}

/** Asks what taking in the file would do. Rejects when no readable answer comes. */
export async function sendForPreview(file: File): Promise<Result<UploadPreview>> {
  return (await (await send("/entry-files/preview", file)).json()) as Result<UploadPreview>;
}

/** Sends the same file again, to be taken in. Rejects when no readable answer comes. */
export async function sendForTaking(file: File, agreed: Agreed): Promise<Result<TakenUpload>> {
  const { requestId, hash, basis, skipRefused, submitComplete } = agreed;
  const query = new URLSearchParams({ requestId, hash, basis });
  if (skipRefused) query.set("skipRefused", "1");
  if (submitComplete) query.set("submitComplete", "1");
  return (await (await send(`/entry-files/apply?${query.toString()}`, file)).json()) as Result<TakenUpload>;
}

/** Asks for the file with its refused cells marked. Rejects when no readable answer comes. */
export async function sendForMarks(file: File): Promise<Result<{ readonly content: Blob; readonly fileName: string }>> {
  const response = await send("/entry-files/marked", file);
  if (!response.ok) return (await response.json()) as Failure;
  const named = /filename="([^"]+)"/.exec(response.headers.get("Content-Disposition") ?? "");
  return { ok: true, data: { content: await response.blob(), fileName: named?.[1] ?? file.name } };
}
