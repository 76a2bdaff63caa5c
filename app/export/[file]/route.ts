import { getLocale } from "next-intl/server";
import * as z from "zod";
import { defineRoute } from "@/server/define-route";
import { APPENDIX_FORMATS, exportAppendix } from "@/server/workflows/exports";

const MEDIA_TYPES = {
  docx: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
  xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
};

/** The file that the address names, `appendix.docx` or `appendix.xlsx`, and the view that its query asks for. */
const input = z
  .object({
    file: z.templateLiteral(["appendix.", z.enum(APPENDIX_FORMATS)]),
    term: z.string().optional(),
    asOf: z.string().optional(),
    basis: z.string().optional(),
  })
  .transform(({ file, ...query }) => ({ ...query, format: z.enum(APPENDIX_FORMATS).parse(file.split(".")[1]) }));

/** Appendix 1 of what a page shows, as a file to keep. */
export const GET = defineRoute({
  permission: "reports.export",
  input,
  run: async ({ actor, input: asked, store }) => {
    const { fileName, bytes } = await exportAppendix(store, actor, { ...asked, locale: await getLocale() });
    return new Response(bytes, {
      headers: {
        "Content-Type": MEDIA_TYPES[asked.format],
        "Content-Disposition": `attachment; filename="${fileName}"`,
        "Cache-Control": "no-store",
      },
    });
  },
});
