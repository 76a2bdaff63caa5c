import { getLocale } from "next-intl/server";
import { previewUploadInput, UPLOAD_FILE_BYTES } from "@/domain/inputs/uploads";
import { inWorker } from "@/server/background/in-worker";
import { defineRoute } from "@/server/define-route";
import { UPLOAD_LIMITS } from "@/server/uploads/upload-limits";

/** What taking in the sent file would do. Nothing is kept. */
export const POST = defineRoute({
  permission: "figures.enter",
  input: previewUploadInput,
  fileBytes: UPLOAD_FILE_BYTES,
  run: async ({ actor, file }) => inWorker("upload.preview", { actor, file, locale: await getLocale() }, UPLOAD_LIMITS),
});
