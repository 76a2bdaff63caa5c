import { attachToFigureInput } from "@/domain/inputs/evidence";
import { clock } from "@/server/clock";
import { defineRoute } from "@/server/define-route";
import { requireSameAccount } from "@/server/same-account";
import { attachToFigure, evidenceFolder, readEvidenceLimit } from "@/server/workflows/evidence-files";

/** Takes in a file beside a figure; the address stays the same through every build. */
export const POST = defineRoute({
  permission: "figures.enter",
  input: attachToFigureInput,
  fileBytes: readEvidenceLimit,
  run: ({ actor, input, store, file }) =>
    attachToFigure(store, requireSameAccount(actor, input.accountId), input, {
      ...{ bytes: file, folder: evidenceFolder(), now: clock.now() },
    }),
});
