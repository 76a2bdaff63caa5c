import { getLocale } from "next-intl/server";
import * as z from "zod";
import { DomainError } from "@/domain/errors";
import { ENTRY_FILE_KINDS, entryFileInput } from "@/domain/inputs/entry-files";
import { inWorker } from "@/server/background/in-worker";
import { defineRoute } from "@/server/define-route";
import { fileResponse } from "@/server/file-response";

/**
 * Reports to fill in or to look at, as a file: those of the units and periods that the query names
 * (`?unit=…&period=…&period=…`); an empty unit stands for all that the person sees.
 */
export const GET = defineRoute({
  permission: "submissions.view",
  input: z.object({ kind: z.enum(ENTRY_FILE_KINDS) }),
  run: async ({ actor, input: { kind }, request }) => {
    const query = new URL(request.url).searchParams;
    const units = query.getAll("unit");
    const asked = entryFileInput.safeParse({
      ...{ kind, periods: query.getAll("period") },
      units: units.includes("") ? "all" : units,
    });
    if (!asked.success) throw new DomainError("nothing_chosen");
    try {
      const file = await inWorker("entryFile.make", { actor, ...asked.data, locale: await getLocale() });
      return fileResponse(file, kind);
    } catch (error) {
      if (!(error instanceof DomainError) || error.code !== "nothing_chosen") throw error;
      // The form is a plain one: it says at its own place what is missing.
      return new Response(null, { status: 303, headers: { Location: "/entry/files?problem=nothing_chosen" } });
    }
  },
});
