import { describe, expect, it } from "vitest";
import { readReportingSettings } from "@/db/queries/reporting-settings";
import { DomainError } from "@/domain/errors";
import { saveReportingSettingsInput } from "@/domain/inputs/reporting-settings";
import { DEFAULT_REPORTING_SETTINGS } from "@/domain/reporting-settings";
import { undoChange } from "@/server/workflows/changes";
import { changeReportingSettings } from "@/server/workflows/reporting-settings";
import { engines } from "../support/databases";
import { openReporting } from "../support/reporting";

const turnedOn = { ...DEFAULT_REPORTING_SETTINGS, takesEvidence: true, remindDaysBefore: 3 };

describe.each(engines)("how reports are taken, on %s", (engine) => {
  const open = async () => {
    const test = await openReporting(engine);
    const office = await test.person("vanphong", "office");
    const save = (base: object, typed: object) =>
      changeReportingSettings(
        test.store,
        office("terms.configure"),
        saveReportingSettingsInput.parse({ mode: "save", base, typed, reason: "" }),
      );
    return { ...test, office, save };
  };

  it("is off and 5 days before until the office changes it, and again when that is undone", async () => {
    const { store, office, save } = await open();
    expect(await readReportingSettings(store.db)).toEqual(DEFAULT_REPORTING_SETTINGS);
    const first = await save(DEFAULT_REPORTING_SETTINGS, turnedOn);
    expect(await readReportingSettings(store.db)).toEqual(turnedOn);
    const second = await save(turnedOn, { ...turnedOn, evidenceMegabytes: 20 });
    await undoChange(store, office("changes.undo"), second.changeId!);
    expect(await readReportingSettings(store.db)).toEqual(turnedOn);
    await undoChange(store, office("changes.undo"), first.changeId!);
    expect(await readReportingSettings(store.db)).toEqual(DEFAULT_REPORTING_SETTINGS);
  });

  it("tells the second of two people what the first saved", async () => {
    const { save } = await open();
    await save(DEFAULT_REPORTING_SETTINGS, turnedOn);
    const late = await save(DEFAULT_REPORTING_SETTINGS, { ...DEFAULT_REPORTING_SETTINGS, sendsMail: true }).catch(
      (error: unknown) => error,
    );
    expect(late).toBeInstanceOf(DomainError);
    expect(late).toMatchObject({ code: "overtaken", values: { name: "Tài khoản vanphong" } });
  });

  it("takes whole days up to 31 and files up to 100 MB", () => {
    const fields = (typed: object) =>
      saveReportingSettingsInput
        .safeParse({ mode: "save", base: null, typed: { ...turnedOn, ...typed }, reason: "" })
        .error?.issues.map(({ path, message }) => `${path.join(".")}: ${message}`);
    expect(fields({ remindDaysBefore: 32, evidenceMegabytes: 0 })).toEqual([
      "typed.remindDaysBefore: not_whole_between",
      "typed.evidenceMegabytes: not_whole_between",
    ]);
    expect(fields({ remindDaysBefore: Number.NaN, evidenceMegabytes: 1.5 })).toEqual([
      "typed.remindDaysBefore: not_whole_between",
      "typed.evidenceMegabytes: not_whole_between",
    ]);
    expect(fields({ remindDaysBefore: 31, evidenceMegabytes: 100 })).toBeUndefined();
  });
});
