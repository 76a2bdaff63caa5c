import { describe, expect, it } from "vitest";
import type { EntryFileKind } from "@/domain/inputs/entry-files";
import { makeEntryFile } from "@/server/workflows/entry-files";
import { applyUpload, previewUpload } from "@/server/workflows/uploads";
import { listRevisionFigures } from "@/db/queries/figures";
import { engines } from "../support/databases";
import { fillIn } from "../support/entry-files";
import { newRequest, NOW, openReporting } from "../support/reporting";

/** June's sheet of one cell: attendance in row 8, admissions in row 9; results in L, totals in M, notes in P. */
const ATTENDANCE = { L8: 28, M8: 29 };

describe.each(engines)("files of figures on %s", (engine) => {
  const open = async () => {
    const test = await openReporting(engine);
    const secretary = await test.person("bithu1", "secretary", "cb1");
    const other = await test.person("bithu2", "secretary", "cb2");
    const make = async (who = secretary, kind: EntryFileKind = "xlsx") =>
      (
        await makeEntryFile(test.store, who("figures.enter"), {
          ...{ kind, locale: "vi", periods: [test.period.id] },
          units: [test.unitId("cb1"), test.unitId("cb2")],
        })
      ).bytes;
    const preview = (file: Uint8Array, who = secretary) => previewUpload(test.store, who("figures.enter"), file, "vi");
    const apply = async (file: Uint8Array, agreed: { skipRefused?: boolean; submitComplete?: boolean } = {}) => {
      const { hash, basis } = await preview(file);
      const input = { requestId: newRequest(), hash, basis, locale: "vi" as const };
      const choices = { skipRefused: false, submitComplete: false, ...agreed };
      return applyUpload(test.store, secretary("figures.enter"), file, { ...input, ...choices }, NOW);
    };
    const figures = async () => {
      const { currentRevisionId } = await test.submissionOf("cb1");
      return (await listRevisionFigures(test.store.db, currentRevisionId!)).map(({ value }) => value);
    };
    return { ...test, secretary, other, make, preview, apply, figures };
  };

  it("a workbook that nobody touched changes nothing; filled in, it becomes a draft; again, it changes nothing", async () => {
    const { make, preview, apply, figures, submissionOf } = await open();
    const empty = await make();

    expect((await preview(empty)).counts).toEqual({ new: 0, changed: 0, same: 2, refused: 0 });
    const filled = fillIn(empty, { ...ATTENDANCE, L9: "KAD", P9: "Không có nguồn" });
    const seen = await preview(filled);
    expect(seen.counts).toEqual({ new: 2, changed: 0, same: 0, refused: 0 });
    expect(seen.rows.map(({ address, before, after }) => [address, before, after])).toEqual([
      ["Tháng 6-2023!L8", "(trống)", "28/29"],
      ["Tháng 6-2023!L9", "(trống)", "KAD; Không có nguồn"],
    ]);
    expect(await apply(filled)).toMatchObject({ figures: 2, drafts: 1, submitted: 0 });
    expect(await figures()).toEqual([{ type: "number", n: 28000, d: 29000 }, { type: "not_applicable" }]);
    const version = (await submissionOf("cb1")).version;
    expect((await preview(filled)).counts).toEqual({ new: 0, changed: 0, same: 2, refused: 0 });
    expect(await apply(filled)).toMatchObject({ figures: 0, drafts: 0 });
    expect((await submissionOf("cb1")).version).toBe(version);
    expect((await preview(await make())).counts).toEqual({ new: 0, changed: 0, same: 2, refused: 0 });
  });
});
