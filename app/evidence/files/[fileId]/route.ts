import { evidenceFileInput, removeEvidenceInput } from "@/domain/inputs/evidence";
import { clock } from "@/server/clock";
import { attachmentHeader } from "@/server/content-disposition";
import { defineRoute } from "@/server/define-route";
import { requireSameAccount } from "@/server/same-account";
import { evidenceFolder, openEvidence, removeEvidence } from "@/server/workflows/evidence-files";

/**
 * A file to keep. It came from a person and is never shown by the browser under this address; next.config.js adds a
 * policy under which it could do nothing if it were.
 */
export const GET = defineRoute({
  permission: "figures.view",
  input: evidenceFileInput,
  run: async ({ actor, input, store }) => {
    const { name, kind, bytes } = await openEvidence(store, actor, input.fileId, evidenceFolder());
    return new Response(bytes, {
      headers: {
        "Content-Type": kind === "text/plain" ? "text/plain; charset=utf-8" : kind,
        "Content-Disposition": attachmentHeader(name),
        "Cache-Control": "private, no-store",
        "X-Content-Type-Options": "nosniff",
      },
    });
  },
});

/** Takes a file away from what it is attached to. */
export const DELETE = defineRoute({
  permission: "account.own",
  input: removeEvidenceInput,
  run: ({ actor, input, store }) =>
    removeEvidence(store, requireSameAccount(actor, input.accountId), input, clock.now()),
});
