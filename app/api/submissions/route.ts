import { sentReportInput } from "@/domain/inputs/submissions";
import { clock } from "@/server/clock";
import { defineRoute } from "@/server/define-route";
import { requireSameAccount } from "@/server/same-account";
import { submitSubmission } from "@/server/workflows/submissions";

/**
 * Submits a report, at once or long after it was confirmed: a page that was offline sends it when the line is back.
 * However often the same request arrives, it is done once; over a newer version it is refused (`stale_version`).
 */
export const POST = defineRoute({
  permission: "submissions.submit",
  input: sentReportInput,
  run: ({ actor, input, store }) =>
    submitSubmission(store, requireSameAccount(actor, input.accountId), input, clock.now()),
});
