// Whatever people do to reports, in whatever order: the kept totals are those that the figures give.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { verifyDatabase } from "@/db/verify";
import { engines } from "../support/databases";
import { doDeed, type ReportDeed } from "../support/report-deeds";
import { openReporting } from "../support/reporting";

const DEEDS = 200;
/** In milliseconds: hundreds of transactions on an engine that runs beside other tests. */
const TIME_LIMIT = 180_000;

const deed = fc.record({
  isRightPerson: fc.constantFrom(true, true, true, false),
  command: fc.constantFrom("save", "submit", "submit", "withdraw", "accept", "accept", "return", "correct"),
  unit: fc.constantFrom("cb1", "cb2"),
  month: fc.constantFrom("2023-04", "2023-05", "2023-06"),
  typed: fc.oneof(
    fc.tuple(fc.integer({ min: 0, max: 40 }), fc.integer({ min: 0, max: 40 })).map(([n, d]) => ({
      n: String(Math.min(n, d)),
      d: String(d),
    })),
    fc.constant({ notApplicable: true, note: "Không sinh hoạt" }),
    fc.constant({ n: "", d: "", note: "Chưa có số liệu" }),
  ),
});

describe.each(engines)("any sequence of deeds on %s", (engine) => {
  it(
    "leaves totals that equal a recomputation, and an unbroken log",
    async () => {
      await fc.assert(
        fc.asyncProperty(fc.array(deed, { minLength: DEEDS, maxLength: DEEDS }), async (deeds) => {
          const test = await openReporting(engine);
          const people = {
            bithu1: await test.person("bithu1", "secretary", "cb1"),
            bithu2: await test.person("bithu2", "secretary", "cb2"),
            vanphong: await test.person("vanphong", "office"),
          };
          let done = 0;
          for (const { isRightPerson, typed, ...rest } of deeds) {
            const doer = isRightPerson ? doerOf(rest) : "bithu2";
            const refusal = await doDeed(test, { ...rest, who: people[doer], typed: withNote(typed) });
            if (refusal === null) done += 1;
          }
          const { findings, totals } = await test.store.read(verifyDatabase);
          expect(findings).toEqual([]);
          expect(totals).toBeGreaterThan(0);
          expect(done).toBeGreaterThan(DEEDS / 10); // many deeds fit no state; enough of them must
        }),
        { numRuns: engine === "sqlite" ? 2 : 1, endOnFailure: true },
      );
    },
    TIME_LIMIT,
  );
});

/** Who may do it: the office decides, a cell's secretary does everything else. */
function doerOf({ command, unit }: Pick<ReportDeed, "command" | "unit">): "bithu1" | "bithu2" | "vanphong" {
  if (command === "accept" || command === "return") return "vanphong";
  return unit === "cb1" ? "bithu1" : "bithu2";
}

/** Whatever the figure, somebody said why: notes are asked for elsewhere. */
function withNote(typed: NonNullable<ReportDeed["typed"]>): NonNullable<ReportDeed["typed"]> {
  return { note: "Theo biên bản", ...typed };
}
