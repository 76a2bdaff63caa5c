import * as z from "zod";
import { exportedTerms } from "@/domain/inputs/bundles";
import { defineRoute } from "@/server/define-route";
import { exportBundleFile } from "@/server/workflows/bundle-files";

/** Terms as a file to keep: those that the query names (`?term=2020-2025&term=…`), all where it names none. */
export const GET = defineRoute({
  permission: "bundles.export",
  input: z.object({}),
  run: async ({ actor, store, request }) => {
    const terms = exportedTerms.parse(new URL(request.url).searchParams.getAll("term"));
    const { fileName, text } = await exportBundleFile(store, actor, terms);
    return new Response(text, {
      headers: {
        "Content-Type": "application/json; charset=utf-8",
        "Content-Disposition": `attachment; filename="${fileName}"`,
        "Cache-Control": "no-store",
      },
    });
  },
});
