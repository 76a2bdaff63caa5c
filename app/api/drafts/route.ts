import { sentReportInput, storedReportInput } from "@/domain/inputs/submissions";
import { clock } from "@/server/clock";
import { defineRoute } from "@/server/define-route";
import { loadStoredReport } from "@/server/loaders/submissions";
import { requireSameAccount } from "@/server/same-account";
import { saveDraft } from "@/server/workflows/submissions";

/** Saves what is typed, in the background. The address stays the same through every build, unlike an action's id. */
export const POST = defineRoute({
  permission: "figures.enter",
  input: sentReportInput,
  run: ({ actor, input, store }) => saveDraft(store, requireSameAccount(actor, input.accountId), input, clock.now()),
});

/** What is stored of a report now, for a form that somebody else overtook. */
export const GET = defineRoute({
  permission: "drafts.view",
  input: storedReportInput,
  run: ({ actor, input, store }) =>
    store.read((db) => loadStoredReport(db, requireSameAccount(actor, input.accountId), input)),
});
