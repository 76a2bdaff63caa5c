import { BUNDLE_FILE_BYTES, importBundleInput } from "@/domain/inputs/bundles";
import { defineRoute } from "@/server/define-route";
import { importBundleFile } from "@/server/workflows/bundle-files";

/** Takes in the file that was previewed, sent again. */
export const POST = defineRoute({
  permission: "bundles.import",
  input: importBundleInput,
  fileBytes: BUNDLE_FILE_BYTES,
  run: ({ actor, store, input, file }) => importBundleFile(store, actor, file, input),
});
