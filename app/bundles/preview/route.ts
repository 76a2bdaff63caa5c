import { getLocale, getTranslations } from "next-intl/server";
import { BUNDLE_FILE_BYTES, previewBundleInput } from "@/domain/inputs/bundles";
import { defineRoute } from "@/server/define-route";
import { tellPreview } from "@/server/loaders/bundle-settings";
import { previewBundle } from "@/server/workflows/bundle-files";

/** What an import of the sent file would do. Nothing is kept. */
export const POST = defineRoute({
  permission: "bundles.import",
  input: previewBundleInput,
  fileBytes: BUNDLE_FILE_BYTES,
  run: async ({ actor, store, file }) =>
    tellPreview(await previewBundle(store, actor, file, await getLocale()), await getTranslations("bundle.problems")),
});
