// What a worker does for the server, by name. Inputs and answers are copied from thread to thread: plain data only.
import type { Authorized } from "@/domain/permissions";
import type { Locale } from "@/messages/translate";
import { getStore } from "../store";
import { importBundleFile, previewBundle } from "../workflows/bundle-files";
import type { ApplyUpload } from "@/domain/inputs/uploads";
import type { EntryFileRequest } from "@/domain/inputs/entry-files";
import { makeEntryFile } from "../workflows/entry-files";
import { applyUpload, markUpload, previewUpload } from "../workflows/uploads";

interface SentBundle {
  /** Checked by the route; nothing is checked again in the worker. */
  readonly actor: Authorized<"bundles.import">;
  readonly file: Uint8Array;
}

interface Entering {
  /** Checked by the route; every unit is checked again on its stored row. */
  readonly actor: Authorized<"figures.enter">;
  readonly locale: Locale;
}

interface Reading {
  /** Checked by the route; every unit is checked again on its stored row. */
  readonly actor: Authorized<"submissions.view">;
  readonly locale: Locale;
}

interface SentUpload extends Entering {
  readonly file: Uint8Array;
}

/** Every job. One that uses the database opens the worker's own connections, as another process would. */
export const jobs = {
  "bundle.preview": async ({ actor, file, locale }: SentBundle & { readonly locale: Locale }) =>
    previewBundle(await getStore(), actor, file, locale),

  "bundle.import": async ({
    actor,
    file,
    ...confirmed
  }: SentBundle & { readonly hash: string; readonly typedName: string }) =>
    importBundleFile(await getStore(), actor, file, confirmed),

  "entryFile.make": async ({ actor, ...request }: EntryFileRequest & Reading) =>
    makeEntryFile(await getStore(), actor, request),

  "upload.preview": async ({ actor, file, locale }: SentUpload) => previewUpload(await getStore(), actor, file, locale),

  "upload.mark": async ({ actor, file, locale }: SentUpload) => markUpload(await getStore(), actor, file, locale),

  "upload.apply": async ({ actor, file, now, ...input }: SentUpload & ApplyUpload & { readonly now: string }) =>
    applyUpload(await getStore(), actor, file, input, now),
};

export type JobName = keyof typeof jobs;
export type JobInput<Name extends JobName> = Parameters<(typeof jobs)[Name]>[0];
export type JobAnswer<Name extends JobName> = Awaited<ReturnType<(typeof jobs)[Name]>>;

/** What a worker is started with. */
export interface AskedJob {
  readonly name: JobName;
  readonly input: unknown;
}
