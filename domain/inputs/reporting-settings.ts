import * as z from "zod";
import { MOST_EVIDENCE_MEGABYTES, MOST_REMIND_DAYS } from "../reporting-settings";
import { changeInput } from "./changes";
import { wholeNumber } from "./numbers";

/** How reports are taken, as its form sends it. */
export const typedReportingSettingsInput = z.object({
  remindDaysBefore: wholeNumber(0, MOST_REMIND_DAYS),
  sendsMail: z.boolean(),
  takesEvidence: z.boolean(),
  evidenceMegabytes: wholeNumber(1, MOST_EVIDENCE_MEGABYTES),
});

export const saveReportingSettingsInput = changeInput({}, typedReportingSettingsInput);
export type SaveReportingSettings = z.output<typeof saveReportingSettingsInput>;
