import { describe, expect, it } from "vitest";
import { type DomainError, type ErrorCode } from "@/domain/errors";
import { decideTransition, isEditable, type SubmissionCommand, type SubmissionState } from "@/domain/submissions";

const states = ["none", "draft", "submitted", "returned", "accepted"] as const;

const expected: Record<SubmissionCommand, Partial<Record<(typeof states)[number], SubmissionState>>> = {
  save: { none: "draft", draft: "draft", returned: "returned" },
  submit: { draft: "submitted", returned: "submitted" },
  withdraw: { submitted: "draft" },
  accept: { submitted: "accepted" },
  return: { submitted: "returned" },
  correct: { accepted: "draft" },
};

const grid = (Object.keys(expected) as SubmissionCommand[]).flatMap((command) =>
  states.map((from) => ({ command, from, to: expected[command][from] ?? "refused" })),
);

function standing(state: (typeof states)[number], acceptedRevisionId: string | null = null) {
  return state === "none" ? null : { state, acceptedRevisionId };
}

function decide(
  state: (typeof states)[number],
  command: SubmissionCommand,
  locked = false,
  accepted: string | null = null,
) {
  return () => decideTransition(standing(state, accepted), command, { locked, note: "Rà lại số đảng viên" });
}

const refusal = (code: ErrorCode) => expect.objectContaining({ name: "DomainError", code }) as DomainError;

describe("the states of a report", () => {
  it.each(grid)("$command of $from is $to", ({ command, from, to }) => {
    if (to === "refused") expect(decide(from, command)).toThrow(refusal("wrong_state"));
    else expect(decide(from, command)()).toBe(to);
  });

  it("locks saving and submitting, not the office's decision on what came in time", () => {
    expect(decide("draft", "save", true)).toThrow(refusal("period_locked"));
    expect(decide("none", "save", true)).toThrow(refusal("period_locked"));
    expect(decide("returned", "submit", true)).toThrow(refusal("period_locked"));
    expect(decide("submitted", "accept", true)()).toBe("accepted");
    expect(decide("submitted", "return", true)()).toBe("returned");
  });

  it("takes nothing back that could not be sent again", () => {
    expect(decide("submitted", "withdraw", true)).toThrow(refusal("period_locked"));
    expect(decide("submitted", "withdraw", true, "r1")()).toBe("draft");
  });

  it("lets a correction of an accepted report go on after the lock", () => {
    expect(decide("accepted", "correct", true, "r1")()).toBe("draft");
    expect(decide("draft", "save", true, "r1")()).toBe("draft");
    expect(decide("draft", "submit", true, "r1")()).toBe("submitted");
  });

  it.each([null, "", "   "])("needs words for a return and a correction, not %j", (note) => {
    const withNote = (state: "submitted" | "accepted", command: SubmissionCommand) => () =>
      decideTransition(standing(state), command, { locked: false, note });
    expect(withNote("submitted", "return")).toThrow(refusal("note_required"));
    expect(withNote("accepted", "correct")).toThrow(refusal("reason_required"));
    expect(withNote("submitted", "accept")()).toBe("accepted");
  });

  it("can be edited exactly when saving is possible", () => {
    for (const state of states) {
      for (const locked of [false, true]) {
        for (const accepted of [null, "r1"]) {
          const report = standing(state, accepted);
          let saves = true;
          try {
            decideTransition(report, "save", { locked, note: null });
          } catch {
            saves = false;
          }
          expect(isEditable(report, locked), `${state} ${locked} ${accepted}`).toBe(saves);
        }
      }
    }
  });
});
