import { getLocale } from "next-intl/server";
import { applyUploadInput, UPLOAD_FILE_BYTES } from "@/domain/inputs/uploads";
import { inWorker } from "@/server/background/in-worker";
import { clock } from "@/server/clock";
import { defineRoute } from "@/server/define-route";
import { TAKING_LIMITS } from "@/server/uploads/upload-limits";

/** Takes in the file that was previewed, sent again. */
export const POST = defineRoute({
  permission: "figures.enter",
  input: applyUploadInput,
  fileBytes: UPLOAD_FILE_BYTES,
  run: async ({ actor, file, input }) =>
    inWorker("upload.apply", { actor, file, ...input, locale: await getLocale(), now: clock.now() }, TAKING_LIMITS),
});
