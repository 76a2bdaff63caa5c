import { BUNDLE_FILE_BYTES, importBundleInput } from "@/domain/inputs/bundles";
import { inWorker } from "@/server/background/in-worker";
import { defineRoute } from "@/server/define-route";

/** Takes in the file that was previewed, sent again. */
export const POST = defineRoute({
  permission: "bundles.import",
  input: importBundleInput,
  fileBytes: BUNDLE_FILE_BYTES,
  run: ({ actor, input, file }) => inWorker("bundle.import", { actor, file, ...input }),
});
