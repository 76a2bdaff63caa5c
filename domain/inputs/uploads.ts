import * as z from "zod";
import { rule } from "./text";

/** The largest file that is taken: 100,000 rows of ours are some 6 MB. */
export const UPLOAD_FILE_BYTES = 20_000_000;

const sha256 = z.string(rule("required")).regex(/^[0-9a-f]{64}$/, rule("required"));
const yes = z
  .string()
  .optional()
  .transform((text) => text === "1");

/** A preview, or a marked copy, is asked for by the file alone. */
export const previewUploadInput = z.object({});

/** What is taken in: the file and the state of the reports that the preview saw, and what the person agreed to. */
export const applyUploadInput = z.object({
  requestId: z.string(rule("required")).regex(/^[A-Za-z0-9-]{8,64}$/, rule("invalid_input")),
  hash: sha256,
  basis: sha256,
  skipRefused: yes,
  submitComplete: yes,
});

export type ApplyUpload = z.output<typeof applyUploadInput>;
