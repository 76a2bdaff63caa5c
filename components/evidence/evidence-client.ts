// The stable addresses at which files come and go: they outlive every build.
import type { Result } from "@/domain/errors";
import type { EvidenceFileView, EvidenceOwner, EvidenceView } from "@/server/loaders/evidence-views";

/** Where a file is downloaded. */
export function evidenceAddress(fileId: string): string {
  return `/evidence/files/${encodeURIComponent(fileId)}`;
}

/**
 * Sends a file and tells meanwhile which share of it has left (0 to 1), which `fetch` cannot. Rejects when no readable
 * answer comes.
 */
export function sendEvidence(
  { owner, accountId }: Pick<EvidenceView, "owner" | "accountId">,
  file: File,
  requestId: string,
  onProgress: (share: number) => void,
): Promise<Result<EvidenceFileView>> {
  const query = new URLSearchParams({ requestId, accountId, name: file.name, ...placeOf(owner) });
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    const fail = () => reject(new Error("no answer"));
    request.open("POST", `/evidence/${owner.type === "figure" ? "figures" : "answers"}?${query.toString()}`);
    request.responseType = "json";
    request.upload.onprogress = ({ loaded, total }) => onProgress(total > 0 ? loaded / total : 0);
    request.onload = () => (request.response === null ? fail() : resolve(request.response as Result<EvidenceFileView>));
    request.onerror = fail;
    request.onabort = fail;
    request.send(file);
  });
}

function placeOf(owner: EvidenceOwner): Record<string, string> {
  const { type: _, ...place } = owner;
  return place;
}

/** Takes a file away. Rejects when no readable answer comes. */
export async function removeEvidence(
  { accountId }: Pick<EvidenceView, "accountId">,
  fileId: string,
  requestId: string,
): Promise<Result<{ readonly id: string }>> {
  const response = await fetch(evidenceAddress(fileId), {
    method: "DELETE",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify({ requestId, accountId }),
  });
  return (await response.json()) as Result<{ readonly id: string }>;
}
