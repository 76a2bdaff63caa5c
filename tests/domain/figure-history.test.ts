import { describe, expect, it } from "vitest";
import { isPublicStanding, standingOfRevision, type HistoricRevision } from "@/domain/figure-history";

const sealed = (id: string, decision: HistoricRevision["decision"] = null) => ({
  ...{ id, decision },
  sealedAt: "2023-06-30T02:00:00.000Z",
});

describe("what a revision's figures count towards", () => {
  const waiting = { state: "submitted", currentRevisionId: "r3", acceptedRevisionId: "r1" } as const;

  it.each([
    ["the accepted one goes on counting while its correction waits", sealed("r1", "accepted"), "accepted"],
    ["a correction that waits counts provisionally", sealed("r3"), "provisional"],
    ["what was accepted before another was", sealed("r0", "accepted"), "replaced"],
    ["returned", sealed("r2", "returned"), "returned"],
    ["taken back", sealed("r2", "withdrawn"), "withdrawn"],
    ["a draft", { id: "r4", decision: null, sealedAt: null }, "draft"],
  ] as const)("%s", (_, revision, standing) => {
    expect(standingOfRevision(revision, waiting)).toBe(standing);
  });

  it("a report that was returned counts nowhere, nor does its next draft", () => {
    const returned = { state: "returned", currentRevisionId: "r2", acceptedRevisionId: null } as const;
    expect(standingOfRevision(sealed("r1", "returned"), returned)).toBe("returned");
    expect(standingOfRevision({ id: "r2", decision: null, sealedAt: null }, returned)).toBe("draft");
  });

  it("only what counts or counted is everybody's", () => {
    const all = ["accepted", "provisional", "replaced", "returned", "withdrawn", "draft"] as const;
    expect(all.filter(isPublicStanding)).toEqual(["accepted", "provisional", "replaced"]);
  });
});
