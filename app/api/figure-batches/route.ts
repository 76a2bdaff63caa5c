import { figureBatchInput } from "@/domain/inputs/figure-batches";
import { clock } from "@/server/clock";
import { defineRoute } from "@/server/define-route";
import { requireSameAccount } from "@/server/same-account";
import { saveFigureBatch } from "@/server/workflows/figure-batches";

/** Saves what was typed into the entry grid: several reports, all of them or none. */
export const POST = defineRoute({
  permission: "figures.enter",
  input: figureBatchInput,
  run: ({ actor, input, store }) =>
    saveFigureBatch(store, requireSameAccount(actor, input.accountId), input, clock.now()),
});
