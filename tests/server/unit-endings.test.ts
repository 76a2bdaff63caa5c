import { describe, expect, it } from "vitest";
import { listAuditChain } from "@/db/queries/audit";
import { listMeasures } from "@/db/queries/measures";
import { findPeriodByKey } from "@/db/queries/periods";
import { insertSubmission } from "@/db/queries/submissions";
import { listTerms } from "@/db/queries/terms";
import { verifyDatabase } from "@/db/verify";
import { EMPTY_FIGURE } from "@/domain/typed-figures";
import { returnSubmission } from "@/server/workflows/reviews";
import { correctSubmission, submitSubmission } from "@/server/workflows/submissions";
import { engines } from "../support/databases";
import {
  BEFORE,
  cb6,
  merge,
  NOW,
  openReorganising,
  refusal,
  type EventFields,
  type ReorganisingTest,
} from "../support/reorganising";

const draftOf = async ({ store, unitId }: ReorganisingTest, unitCode: string, key: string) => {
  const [term] = await listTerms(store.db);
  const period = (await findPeriodByKey(store.db, term!.id, key))!;
  const id = await unitId(unitCode);
  await store.transact((tx) => insertSubmission(tx, period, id, null, { by: null, at: NOW }));
};

describe.each(engines)("what a unit that ends leaves open, on %s", (engine) => {
  const open = () => openReorganising(engine);

  it("a draft must be settled first: listed by the preview, refused by saving, discarded when the cell's name is typed", async () => {
    const test = await open();
    await draftOf(test, "cb4", "2023-10");
    await draftOf(test, "cb5", "2024-01");
    const preview = await test.reorganise(merge, "preview");
    expect(preview.data.openReports.map(({ unitName, kind, period }) => `${unitName} ${period.key} ${kind}`)).toEqual([
      "Chi bộ 4 2023-10 draft",
      "Chi bộ 5 2024-01 draft",
    ]);
    expect(await refusal(test.reorganise(merge))).toBe("drafts_open");
    const wrong = { ...merge, discards: [{ unit: "cb4", name: "Chi bộ 5" }] };
    expect(await refusal(test.reorganise(wrong))).toBe("invalid_input, discards.0.name: name_not_typed");
    const both = [
      { unit: "cb4", name: "Chi bộ 4" },
      { unit: "cb5", name: "Chi bộ 5" },
    ];
    await test.reorganise({ ...merge, discards: both });
    expect([await test.submissionOf("cb4", "2023-10"), await test.submissionOf("cb5", "2024-01")]).toEqual([
      null,
      null,
    ]);
    const log = await listAuditChain(test.store.db, 0, 100);
    expect(log.filter(({ action }) => action === "submission.discarded")).toHaveLength(2);
    expect((await test.store.read(verifyDatabase)).findings).toEqual([]);
  });

  const ending: [string, EventFields][] = [
    [
      "a split that ends the cell",
      { kind: "split", units: ["cb4"], founded: [cb6, { ...cb6, name: "Chi bộ 7", code: "cb7" }] },
    ],
    ["dissolving it", { kind: "dissolve", units: ["cb4"] }],
  ];

  it.each(ending)("%s asks for its drafts and corrections to be settled, and for nobody else's", async (_, event) => {
    const test = await open();
    await draftOf(test, "cb4", "2023-10");
    await draftOf(test, "cb4", "2024-02");
    await draftOf(test, "cb5", "2024-01");
    const { id: submissionId, version } = (await test.submissionOf("cb4", "2023-12"))!;
    const correction = { requestId: "request-000005", submissionId, version, reason: "Nhập nhầm" };
    await correctSubmission(test.store, test.secretary("submissions.correct"), correction, NOW);
    const preview = await test.reorganise(event, "preview");
    expect(preview.data.openReports.map(({ unitCode, kind, period }) => `${unitCode} ${period.key} ${kind}`)).toEqual([
      "cb4 2023-10 draft",
      "cb4 2023-12 correction",
      "cb4 2024-02 draft",
    ]);
    expect(await refusal(test.reorganise(event))).toBe("drafts_open");
    await test.reorganise({ ...event, discards: [{ unit: "cb4", name: "Chi bộ 4" }] });
    const [before, after] = [await test.submissionOf("cb4", "2023-10"), await test.submissionOf("cb4", "2024-02")];
    expect([before, after]).toEqual([null, null]);
    expect(await test.submissionOf("cb4", "2023-12")).toMatchObject({ state: "accepted" });
    expect(await test.submissionOf("cb5", "2024-01")).toMatchObject({ state: "draft" });
    expect(await test.admissions()).toMatchObject(BEFORE);
    expect((await test.store.read(verifyDatabase)).findings).toEqual([]);
  });

  it("renaming, moving and splitting off from a cell leave its drafts to it", async () => {
    const test = await open();
    await draftOf(test, "cb4", "2024-01");
    const draft = await test.submissionOf("cb4", "2024-01");
    const going: EventFields[] = [
      { kind: "rename", units: ["cb4"], name: "Chi bộ Văn phòng" },
      { kind: "move", units: ["cb4"], parent: "db" },
      { kind: "split", units: ["cb4"], goesOn: true, founded: [cb6] },
    ];
    for (const event of going) expect((await test.reorganise(event)).data.openReports).toEqual([]);
    expect(await test.submissionOf("cb4", "2024-01")).toEqual(draft);
  });

  it("reports that were never begun for months before the day are named, and do not stand in the way", async () => {
    const test = await open();
    await draftOf(test, "cb4", "2023-10");
    const named = async (event: EventFields) =>
      (await test.reorganise(event, "preview")).data.missing.map(
        ({ unitName, periods }) => `${unitName}: ${periods.map(({ key }) => key).join(" ")}`,
      );
    expect(await named(merge)).toEqual([
      "Chi bộ 4: 2023-07 2023-08 2023-09",
      "Chi bộ 5: 2023-07 2023-08 2023-09 2023-10",
    ]);
    const discards = [{ unit: "cb4", name: "Chi bộ 4" }];
    expect((await named({ ...merge, discards }))[0]).toBe("Chi bộ 4: 2023-07 2023-08 2023-09 2023-10");
    expect(await named({ kind: "split", units: ["cb4"], goesOn: true, founded: [cb6] })).toEqual([]);
    expect(await named({ kind: "dissolve", units: ["cb5"], on: "2024-06-01" })).toEqual([
      "Chi bộ 5: 2023-07 2023-08 2023-09 2023-10 2024-01",
    ]);
  });

  it("a correction that was begun is discarded to what was accepted, and the totals stay", async () => {
    const test = await open();
    const { id: submissionId, version } = (await test.submissionOf("cb4", "2023-12"))!;
    const correction = { requestId: "request-000001", submissionId, version, reason: "Nhập nhầm" };
    await correctSubmission(test.store, test.secretary("submissions.correct"), correction, NOW);
    const preview = await test.reorganise(merge, "preview");
    expect(preview.data.openReports.map(({ kind }) => kind)).toEqual(["correction"]);
    await test.reorganise({ ...merge, discards: [{ unit: "cb4", name: "Chi bộ 4" }] });
    expect(await test.submissionOf("cb4", "2023-12")).toMatchObject({ state: "accepted" });
    expect(await test.admissions()).toMatchObject(BEFORE);
    expect((await test.store.read(verifyDatabase)).findings).toEqual([]);
  });

  it("a report sent for a period that the cell does not live to see waits, and is settled by returning it", async () => {
    const test = await open();
    const { unitId, store } = test;
    const [term] = await listTerms(store.db);
    const periodId = (await findPeriodByKey(store.db, term!.id, "2024-01"))!.id;
    const [measure, ...others] = await listMeasures(store.db, term!.id);
    const figures = {
      [measure!.id]: { ...EMPTY_FIGURE, n: "2" },
      ...Object.fromEntries(others.map(({ id }) => [id, { ...EMPTY_FIGURE, note: "Chưa tổng hợp" }])),
    };
    const form = { requestId: "request-000002", unitId: await unitId("cb4"), periodId, version: 0, figures };
    const { submissionId, version } = await submitSubmission(store, test.secretary("submissions.submit"), form, NOW);
    expect(await refusal(test.reorganise(merge))).toBe("drafts_open");
    const returned = { requestId: "request-000003", submissionId, version, note: "Chi bộ đã hợp nhất" };
    await returnSubmission(store, test.office("submissions.return"), returned, NOW);
    await test.reorganise(merge);
    expect(await test.admissions()).toMatchObject({ ...BEFORE, "2024-01": "1 1/2" });
    expect((await store.read(verifyDatabase)).findings).toEqual([]);
  });

  it("accepted reports of periods that end on the day or later ask for a later day", async () => {
    const test = await open();
    expect(await refusal(test.reorganise({ kind: "dissolve", units: ["cb3"] }))).toBe(
      "invalid_input, on: reports_after_date",
    );
    await test.reorganise({ kind: "dissolve", units: ["cb3"], on: "2024-02-01" });
    expect(await test.admissions()).toMatchObject({ "2024-01": "1 1/3", "2024-02": "- 0/2" });
  });
});
