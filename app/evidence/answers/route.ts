import { attachToAnswerInput } from "@/domain/inputs/evidence";
import { clock } from "@/server/clock";
import { defineRoute } from "@/server/define-route";
import { requireSameAccount } from "@/server/same-account";
import { attachToAnswer, evidenceFolder, readEvidenceLimit } from "@/server/workflows/evidence-files";

/** Takes in a file beside the answer to a question. */
export const POST = defineRoute({
  permission: "explanations.answer",
  input: attachToAnswerInput,
  fileBytes: readEvidenceLimit,
  run: ({ actor, input, store, file }) =>
    attachToAnswer(store, requireSameAccount(actor, input.accountId), input, {
      ...{ bytes: file, folder: evidenceFolder(), now: clock.now() },
    }),
});
