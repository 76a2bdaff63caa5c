import { unzipSync } from "fflate";
import { describe, expect, it } from "vitest";
import { updatePeriodLock } from "@/db/queries/periods";
import { DomainError } from "@/domain/errors";
import type { EntryFileKind } from "@/domain/inputs/entry-files";
import { makeEntryFile } from "@/server/workflows/entry-files";
import { saveDraft, submitSubmission } from "@/server/workflows/submissions";
import { applyUpload, markUpload, previewUpload } from "@/server/workflows/uploads";
import { listRevisionFigures } from "@/db/queries/figures";
import { engines } from "../support/databases";
import { fillIn, readUpload } from "../support/entry-files";
import { newRequest, NOW, openReporting } from "../support/reporting";

const refusal = async (work: Promise<unknown>) => {
  const error: unknown = await work.then(
    () => null,
    (thrown: unknown) => thrown,
  );
  expect(error).toBeInstanceOf(DomainError);
  return (error as DomainError).code;
};

/** June's sheet of one cell: attendance in row 8, admissions in row 9; results in L, totals in M, notes in P. */
const ATTENDANCE = { L8: 28, M8: 29 };

describe.each(engines)("files of figures on %s", (engine) => {
  const open = async () => {
    const test = await openReporting(engine);
    const secretary = await test.person("bithu1", "secretary", "cb1");
    const other = await test.person("bithu2", "secretary", "cb2");
    const make = async (who = secretary, kind: EntryFileKind = "xlsx") =>
      (
        await makeEntryFile(test.store, who("submissions.view"), {
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

  it("a file with one bad row of two is refused whole; the other is taken where the person leaves the bad one out", async () => {
    const { make, preview, apply, figures, submissionOf } = await open();
    const filled = fillIn(await make(), { L8: 30, M8: 29, L9: 2 });
    const seen = await preview(filled);
    expect(seen.counts).toEqual({ new: 1, changed: 0, same: 0, refused: 1 });
    expect(seen.rows[0]?.reasons).toEqual([
      { address: "Tháng 6-2023!L8", text: "Kết quả (30) lớn hơn Tổng số (29). Kiểm tra lại hai số." },
    ]);
    expect(await refusal(apply(filled))).toBe("rows_refused");
    expect(await submissionOf("cb1")).toBeNull();
    expect(await apply(filled, { skipRefused: true })).toMatchObject({ figures: 1, drafts: 1 });
    expect(await figures()).toEqual([{ type: "number", n: 2000, d: null }]);
  });

  it("another cell's figures are refused unread, and another secretary's file holds its own cell alone", async () => {
    const { store, make, preview, other, unitId, submissionOf } = await open();
    const filled = fillIn(await make(), { ...ATTENDANCE, L9: 2 });
    const seen = await preview(filled, other);
    expect(seen.counts).toEqual({ new: 0, changed: 0, same: 0, refused: 2 });
    expect(seen.rows.map(({ before, reasons }) => [before, reasons[0]?.text])).toEqual([
      ["", "Số liệu của đơn vị khác. Tài khoản này không nhập cho Chi bộ 1."],
      ["", "Số liệu của đơn vị khác. Tài khoản này không nhập cho Chi bộ 1."],
    ]);
    const input = { requestId: newRequest(), hash: seen.hash, basis: seen.basis, locale: "vi" as const };
    const agreed = { ...input, skipRefused: true, submitComplete: true };
    const taken = applyUpload(store, other("figures.enter"), filled, agreed, NOW);
    await expect(taken).resolves.toMatchObject({ figures: 0, drafts: 0, submitted: 0 });
    expect(await submissionOf("cb1")).toBeNull();
    const own = Buffer.from(await make(other, "csv")).toString("utf8");
    expect(own).toContain(";cb2;");
    expect(own).not.toContain(";cb1;");
    const foreign = { kind: "csv" as const, locale: "vi" as const, units: [unitId("cb1")], periods: [] };
    expect(await refusal(makeEntryFile(store, other("submissions.view"), foreign))).toBe("nothing_chosen");
  });

  it("office, leadership and inspectors take out one workbook of all cells as they were submitted, every cell locked", async () => {
    const { store, form, person, secretary, other, period } = await open();
    const attended = { m1: { n: "28", d: "29", note: "Một đồng chí ốm" } };
    await submitSubmission(store, secretary("submissions.submit"), form("cb1", 0, attended), NOW);
    await saveDraft(store, other("figures.enter"), form("cb2", 0, { m1: { n: "27", d: "28" } }), NOW);
    for (const role of ["office", "leadership", "inspector"] as const) {
      const actor = await person(role, role);
      const asked = { locale: "vi" as const, units: "all" as const, periods: [period.id] };
      const { bytes } = await makeEntryFile(store, actor("submissions.view"), { ...asked, kind: "xlsx" });
      const { rows } = await readUpload(bytes);
      expect(rows.map(({ keys, cells }) => [keys.unit, keys.measure, cells.result, cells.total, cells.note])).toEqual([
        ["cb1", "m1", "28", "29", "Một đồng chí ốm"],
        ["cb1", "m2", "", "", ""],
        ["cb2", "m1", "", "", ""],
        ["cb2", "m2", "", "", ""],
      ]);
      const sheet = Buffer.from(unzipSync(bytes)["xl/worksheets/sheet1.xml"] ?? []).toString("utf8");
      expect(sheet).toContain("<sheetProtection");
      expect(sheet).not.toContain("<dataValidation ");
      const table = await makeEntryFile(store, actor("submissions.view"), { ...asked, kind: "csv" });
      expect(Buffer.from(table.bytes).toString("utf8")).not.toContain(";27;28;");
    }
    const leader = await person("leader", "leadership");
    expect(() => leader("figures.enter")).toThrow(DomainError);
  });

  it("a file of all cells comes back: own rows are taken, unchanged ones of others stay, changed ones are refused at their cell", async () => {
    const { store, form, person, other, preview, period } = await open();
    await submitSubmission(store, other("submissions.submit"), form("cb2", 0, { m1: { n: "28", d: "29" } }), NOW);
    // Bound to a unit, the office enters for that one; cell 1 stands for the committee.
    const office = await person("vanphong", "office", "cb1");
    const make = async (kind: EntryFileKind) => {
      const asked = { kind, locale: "vi" as const, units: "all" as const, periods: [period.id] };
      return (await makeEntryFile(store, office("submissions.view"), asked)).bytes;
    };
    const book = await make("xlsx");
    expect((await preview(book, office)).counts).toEqual({ new: 0, changed: 0, same: 4, refused: 0 });
    const filled = fillIn(book, { L9: 27, M9: 29 });
    expect((await preview(filled, office)).counts).toEqual({ new: 1, changed: 0, same: 3, refused: 0 });
    const changed = await preview(fillIn(filled, { M11: 30, P12: "Sửa hộ" }), office);
    expect(changed.counts).toEqual({ new: 1, changed: 0, same: 1, refused: 2 });
    expect(changed.rows.slice(0, 2).map(({ address, before, reasons }) => [address, before, reasons[0]?.text])).toEqual(
      [
        ["Tháng 6-2023!M11", "28/29", "Số liệu của đơn vị khác. Tài khoản này không nhập cho Chi bộ 2."],
        ["Tháng 6-2023!P12", "(trống)", "Số liệu của đơn vị khác. Tài khoản này không nhập cho Chi bộ 2."],
      ],
    );
    // A table does not say what its cells held: they are compared with what is stored, for those who see it.
    const table = await make("csv");
    expect((await preview(table, office)).counts).toEqual({ new: 0, changed: 0, same: 4, refused: 0 });
    const stranger = await person("bithu9", "secretary", "cb1");
    const seen = await preview(table, stranger);
    expect(seen.counts).toEqual({ new: 0, changed: 0, same: 3, refused: 1 });
    expect(seen.rows.map(({ address, before }) => [address, before])).toEqual([["I4", ""]]);
    expect((await preview(book, stranger)).counts).toEqual({ new: 0, changed: 0, same: 4, refused: 0 });
  });

  it("cells that were not changed leave alone what was saved since; a report changed after the preview is not overwritten", async () => {
    const { store, form, make, preview, apply, secretary, figures } = await open();
    const old = await make();
    const saved = await saveDraft(store, secretary("figures.enter"), form("cb1", 0, { m1: { n: "27", d: "28" } }), NOW);
    expect((await preview(old)).counts).toEqual({ new: 0, changed: 0, same: 2, refused: 0 });
    const filled = fillIn(old, { L9: 2 });
    const { hash, basis } = await preview(filled);
    await saveDraft(store, secretary("figures.enter"), form("cb1", saved.version, { m1: { n: "26", d: "28" } }), NOW);
    const agreed = {
      requestId: newRequest(),
      hash,
      basis,
      locale: "vi" as const,
      skipRefused: false,
      submitComplete: false,
    };
    expect(await refusal(applyUpload(store, secretary("figures.enter"), filled, agreed, NOW))).toBe("stale_version");
    expect(await refusal(applyUpload(store, secretary("figures.enter"), old, agreed, NOW))).toBe("file_changed");
    await apply(filled);
    expect(await figures()).toEqual([
      { type: "number", n: 26000, d: 28000 },
      { type: "number", n: 2000, d: null },
    ]);
  });

  it("complete reports are submitted where that is asked, incomplete ones stay drafts; a repeated send does nothing", async () => {
    const { store, make, preview, apply, secretary, submissionOf, attendanceOf } = await open();
    const half = fillIn(await make(), ATTENDANCE);
    expect((await preview(half)).complete).toBe(0);
    expect(await apply(half, { submitComplete: true })).toMatchObject({ drafts: 1, submitted: 0 });
    expect(await attendanceOf("provisional")).toBe("-/- 0/2");
    const whole = fillIn(await make(), { L9: 2 });
    const { hash, basis, complete } = await preview(whole);
    expect(complete).toBe(1);
    const agreed = {
      requestId: newRequest(),
      hash,
      basis,
      locale: "vi" as const,
      skipRefused: false,
      submitComplete: true,
    };
    const send = () => applyUpload(store, secretary("figures.enter"), whole, agreed, NOW);
    const first = await send();
    expect(first).toMatchObject({ drafts: 0, submitted: 1, reports: [{ unit: "Chi bộ 1", period: "6/2023" }] });
    expect(await send()).toEqual(first);
    expect(await submissionOf("cb1")).toMatchObject({ state: "submitted", submittedOn: "2023-06-30" });
    expect(await attendanceOf("provisional")).toBe("28/29 1/2");
    expect((await preview(whole)).counts).toEqual({ new: 0, changed: 0, same: 2, refused: 0 });
    const late = await preview(fillIn(whole, { L9: 3 }));
    expect(late.rows[0]?.reasons[0]?.text).toContain("đã gửi hoặc đã tiếp nhận");
  });

  it("a locked period takes nothing, and its cells come closed", async () => {
    const { store, period, make, preview } = await open();
    const filled = fillIn(await make(), ATTENDANCE);
    await store.transact((tx) => updatePeriodLock(tx, [period.id], NOW));
    expect((await preview(filled)).rows[0]?.reasons[0]?.text).toContain("đã chốt số liệu");
    const sheet = Buffer.from(unzipSync(await make())["xl/worksheets/sheet1.xml"] ?? []).toString("utf8");
    expect(sheet).toContain("<sheetProtection");
    expect(sheet).not.toContain("<dataValidation ");
  });

  it("rows with unknown codes, twice the same figure, and cells beyond the report are refused at their cell", async () => {
    const { preview } = await open();
    const head = "Mã nhiệm kỳ;Mã đơn vị;Mã kỳ;Mã thước đo;Kết quả;Tổng số;Ghi chú";
    const rows = [
      "2023;cb1;2023-06;m1;28;29;",
      "2023;cb1;2023-06;m1;27;29;",
      "2023;cb1;2023-06;m2;2;29;",
      "2023;cb1;2023-06;m9;2;;",
      "2023;cb9;2023-06;m1;2;;",
      "2023;cb1;2023-13;m1;2;;",
      "2023;cb1;2023-07;m1;2;;",
      "2022;cb1;2023-06;m1;2;;",
      ";cb1;2023-06;m1;2;;",
      "2023;cb1;2023-05;m1;1.250;29;",
      "2023;cb1;2023-05;m2;KAD;;",
      ";;;;;;",
    ];
    const { rows: told, counts } = await preview(Buffer.from([head, ...rows].join("\n")));
    expect(counts).toEqual({ new: 1, changed: 0, same: 0, refused: 10 });
    expect(
      told.filter(({ outcome }) => outcome === "refused").map(({ reasons }) => reasons.map(({ address }) => address)),
    ).toEqual([["E3"], ["F4"], ["D5"], ["B6"], ["C7"], ["E8"], ["A9"], ["E10"], ["E11"], ["E12"]]);
  });

  it("a table taken out comes back with its decimal commas, and its marked copy says what is wrong", async () => {
    const { store, make, preview, apply, secretary, form } = await open();
    await saveDraft(
      store,
      secretary("figures.enter"),
      form("cb1", 0, { m1: { n: "27,5", d: "28" }, m2: { n: "1250", note: "-a" } }),
      NOW,
    );
    const table = Buffer.from(await make(secretary, "csv")).toString("utf8");
    expect(table).toContain(";27,5;28;;\r\n");
    expect(table).toContain(";1250;;;'-a\r\n");
    expect((await preview(Buffer.from(table))).counts).toEqual({ new: 0, changed: 0, same: 2, refused: 0 });
    const changed = Buffer.from(`\uFEFF${table.replace(";27,5;28;", ";28;28;")}`, "utf16le");
    expect((await preview(changed)).counts).toEqual({ new: 0, changed: 1, same: 1, refused: 0 });
    await apply(changed);
    const wrong = Buffer.from(table.replace(";27,5;28;", ";29;28;"));
    const marked = await markUpload(store, secretary("figures.enter"), wrong, "vi");
    expect(marked.fileName).toBe("so-lieu-can-sua.csv");
    expect(Buffer.from(marked.bytes).toString("utf8")).toContain(";29;28;;;Kết quả (29) lớn hơn Tổng số (28).");
  });
});
