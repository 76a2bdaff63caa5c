import * as z from "zod";
import { rule } from "./text";

export const ENTRY_FILE_KINDS = ["xlsx", "csv"] as const;
export type EntryFileKind = (typeof ENTRY_FILE_KINDS)[number];

const MAX_CHOSEN = 2_000;
const ids = z.array(z.string(rule("required")).min(1).max(100)).max(MAX_CHOSEN);

/** Which reports go into a file: those of the units (or of all that the person sees) in the periods, by their ids. */
export const entryFileInput = z.object({
  kind: z.enum(ENTRY_FILE_KINDS),
  units: z.union([z.literal("all"), ids]),
  periods: ids,
});

export type EntryFileRequest = z.output<typeof entryFileInput>;
