"use server";

import { saveReportingSettingsInput } from "@/domain/inputs/reporting-settings";
import { defineAction } from "../define-action";
import { changeReportingSettings } from "../workflows/reporting-settings";

export const saveReportingSettingsAction = defineAction({
  permission: "terms.configure",
  input: saveReportingSettingsInput,
  run: ({ actor, input, store }) => changeReportingSettings(store, actor, input),
});
