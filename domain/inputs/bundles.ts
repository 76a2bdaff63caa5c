import * as z from "zod";
import { lineOfText, rule } from "./text";

/** The largest file that is taken: a term of 300 cells and two monthly measures is about 3 MB. */
export const BUNDLE_FILE_BYTES = 20_000_000;

const MAX_NAME = 300;

/** A preview is asked for by the file alone. */
export const previewBundleInput = z.object({});

/** An import: the hash that the preview gave, so that no other file comes in, and the name typed to confirm it. */
export const importBundleInput = z.object({
  hash: z.string(rule("required")).regex(/^[0-9a-f]{64}$/, rule("required")),
  typedName: lineOfText(MAX_NAME),
});

/** Which terms leave, by their codes; none named is all of them. */
export const exportedTerms = z.array(z.string(rule("required")).min(1, rule("required")).max(MAX_NAME)).max(100);
