import { getLocale, getTranslations } from "next-intl/server";
import { BUNDLE_FILE_BYTES, previewBundleInput } from "@/domain/inputs/bundles";
import { inWorker } from "@/server/background/in-worker";
import { defineRoute } from "@/server/define-route";
import { tellPreview } from "@/server/loaders/bundle-settings";

/** What an import of the sent file would do. Nothing is kept. */
export const POST = defineRoute({
  permission: "bundles.import",
  input: previewBundleInput,
  fileBytes: BUNDLE_FILE_BYTES,
  run: async ({ actor, file }) => {
    const preview = await inWorker("bundle.preview", { actor, file, locale: await getLocale() });
    return tellPreview(preview, await getTranslations("bundle.problems"));
  },
});
