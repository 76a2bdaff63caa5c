// How a measure's method was changed: on which day, what from and to, and why.
import type { ReadDb } from "@/db/handle";
import { listMethodVersions, type MethodVersion } from "@/db/queries/measure-changes";
import { localiseDecimal } from "@/domain/display";
import { listMethodDifferences, type MethodField } from "@/domain/measure-changes";
import { thousandthsText } from "@/domain/thousandths";
import type { Wording } from "./figure-texts";
import type { TargetMeasureView } from "./targets";

/**
 * The changes of a method, oldest first. All of them, whatever the day looked from: the newest method counts for the
 * whole term.
 */
export async function readMethodChanges(
  db: ReadDb,
  { termId, measureId }: { readonly termId: string; readonly measureId: string },
  wording: Wording,
): Promise<TargetMeasureView["methodChanges"]> {
  const versions = await listMethodVersions(db, termId, measureId);
  return versions.slice(1).map((version, index) => {
    const before = versions[index] ?? version;
    const differences = listMethodDifferences(before, version).map((field) =>
      wording.t("targets.methodChanges.difference", {
        field: wording.t(`measureSettings.field.${field === "fixedBase" ? "base" : field}`),
        before: partText(before, field, wording),
        after: partText(version, field, wording),
      }),
    );
    return { on: version.fromOn, differences, reason: version.reason ?? "" };
  });
}

/** One part of a method in words: `bình quân các đơn vị`, `cố định cho cả nhiệm kỳ (30)`. */
function partText(version: MethodVersion, field: MethodField, wording: Wording): string {
  const { t } = wording;
  if (field === "fixedBase") return baseText(version, wording);
  if (field === "mayExceedBase") return t(`targets.methodChanges.${version.mayExceedBase ? "yes" : "no"}`);
  return t(`measureSettings.${field}.${version[field]}` as "measureSettings.kind.rate");
}

function baseText({ fixedBase }: MethodVersion, { t, locale }: Wording): string {
  if (fixedBase === null) return t("measureSettings.base.entered");
  const written = (base: Parameters<typeof thousandthsText>[0]) => localiseDecimal(thousandthsText(base), locale);
  const { term, years } = fixedBase;
  const values =
    term === undefined
      ? Object.entries(years ?? {}).map(([year, base]) =>
          t("targets.methodChanges.yearBase", { year, base: written(base) }),
        )
      : [written(term)];
  const base = t(`measureSettings.base.${term === undefined ? "years" : "term"}`);
  return t("targets.methodChanges.base", { base, values: values.join("; ") });
}
