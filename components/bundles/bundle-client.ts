import type { Result } from "@/domain/errors";
import type { ToldPreview } from "@/server/loaders/bundle-settings";

/** The terms that an import made. */
export interface ImportedTerms {
  readonly terms: readonly { readonly code: string; readonly name: string }[];
}

async function sendFile<Data>(address: string, file: File): Promise<Result<Data>> {
  const response = await fetch(address, {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: file,
  });
  return (await response.json()) as Result<Data>;
}

/** Asks what an import of the file would do. Rejects when no readable answer comes. */
export function sendForPreview(file: File): Promise<Result<ToldPreview>> {
  return sendFile("/bundles/preview", file);
}

/** Sends the same file again, to be taken in. Rejects when no readable answer comes. */
export function sendForImport(file: File, hash: string, typedName: string): Promise<Result<ImportedTerms>> {
  return sendFile(`/bundles/import?${new URLSearchParams({ hash, typedName }).toString()}`, file);
}
