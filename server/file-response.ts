/** Kinds of files that people take out. */
const MEDIA_TYPES = {
  xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
  csv: "text/csv; charset=utf-8",
} as const;

/** A file to keep; no browser stores the answer. */
export function fileResponse(
  { fileName, bytes }: { readonly fileName: string; readonly bytes: Uint8Array<ArrayBuffer> },
  kind: keyof typeof MEDIA_TYPES,
): Response {
  return new Response(bytes, {
    headers: {
      "Content-Type": MEDIA_TYPES[kind],
      "Content-Disposition": `attachment; filename="${fileName}"`,
      "Cache-Control": "no-store",
    },
  });
}
