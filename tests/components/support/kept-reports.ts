import type { KeptReport } from "@/components/entry/kept-reports";
import { EMPTY_FIGURE } from "@/domain/typed-figures";

/** A filling of a report with one number. */
export const filling = (n: string) => ({ m1: { ...EMPTY_FIGURE, n } });

/** Whose report of which period it is. */
export const ownerOf = (accountId: string, periodId = "p1") => ({ accountId, unitId: "u1", periodId });

/** What a device keeps of a report: `typed` here, `saved` on the server at version 3. */
export const kept = (typed: string, saved: string, part: Partial<KeptReport> = {}): KeptReport => ({
  ...{ figures: filling(typed), base: filling(saved), version: 3, typedAt: "2023-06-30T02:00:00.000Z" },
  ...{ unanswered: null, submitting: false, refused: null },
  heading: { period: "tháng 6 năm 2023", unit: "Chi bộ 1", address: "/entry/cb1/2023-06" },
  ...part,
});
