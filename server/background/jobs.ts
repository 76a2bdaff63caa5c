// What a worker does for the server, by name. Inputs and answers are copied from thread to thread: plain data only.
import type { Authorized } from "@/domain/permissions";
import type { Locale } from "@/messages/translate";
import { getStore } from "../store";
import { importBundleFile, previewBundle } from "../workflows/bundle-files";

interface SentBundle {
  /** Checked by the route; nothing is checked again in the worker. */
  readonly actor: Authorized<"bundles.import">;
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
};

export type JobName = keyof typeof jobs;
export type JobInput<Name extends JobName> = Parameters<(typeof jobs)[Name]>[0];
export type JobAnswer<Name extends JobName> = Awaited<ReturnType<(typeof jobs)[Name]>>;

/** What a worker is started with. */
export interface AskedJob {
  readonly name: JobName;
  readonly input: unknown;
}
