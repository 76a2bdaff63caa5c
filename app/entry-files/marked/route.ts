import { getLocale } from "next-intl/server";
import { previewUploadInput, UPLOAD_FILE_BYTES } from "@/domain/inputs/uploads";
import { inWorker } from "@/server/background/in-worker";
import { defineRoute } from "@/server/define-route";
import { fileResponse } from "@/server/file-response";
import { UPLOAD_LIMITS } from "@/server/uploads/upload-limits";

/** The sent file with the cells marked that cannot be taken, and why beside them. */
export const POST = defineRoute({
  permission: "figures.enter",
  input: previewUploadInput,
  fileBytes: UPLOAD_FILE_BYTES,
  run: async ({ actor, file }) => {
    const marked = await inWorker("upload.mark", { actor, file, locale: await getLocale() }, UPLOAD_LIMITS);
    return fileResponse(marked, marked.kind);
  },
});
