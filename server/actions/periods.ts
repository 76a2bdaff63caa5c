"use server";

import {
  changeDueRulesInput,
  grantExceptionInput,
  lockPeriodsInput,
  withdrawExceptionInput,
} from "@/domain/inputs/periods";
import { clock } from "../clock";
import { defineAction } from "../define-action";
import { changeDueRules, grantException, lockPeriods, withdrawException } from "../workflows/periods";

/** Locks periods for everyone or opens them again; the preview names the reports that are still open. */
export const lockPeriodsAction = defineAction({
  permission: "periods.lock",
  input: lockPeriodsInput,
  run: ({ actor, input, store }) => lockPeriods(store, actor, input, clock.now()),
});

export const grantExceptionAction = defineAction({
  permission: "periods.lock",
  input: grantExceptionInput,
  run: ({ actor, input, store }) => grantException(store, actor, input, clock.now()),
});

export const withdrawExceptionAction = defineAction({
  permission: "periods.lock",
  input: withdrawExceptionInput,
  run: ({ actor, input, store }) => withdrawException(store, actor, input),
});

/** Changes the due rules of a term; the preview names the due days that move. */
export const changeDueRulesAction = defineAction({
  permission: "terms.configure",
  input: changeDueRulesInput,
  run: ({ actor, input, store }) => changeDueRules(store, actor, input),
});
