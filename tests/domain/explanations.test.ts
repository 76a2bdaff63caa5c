import { describe, expect, it } from "vitest";
import { asCalendarDate } from "@/domain/dates";
import type { DomainError } from "@/domain/errors";
import {
  decideExplanation,
  isAnswerOverdue,
  mayDecide,
  standingOfExplanation,
  statusOfExplanation,
  type ExplanationCommand,
  type ExplanationState,
} from "@/domain/explanations";

const standings = {
  none: null,
  "open, never answered": { state: "open", hasAnswer: false },
  "open again": { state: "open", hasAnswer: true },
  answered: { state: "answered", hasAnswer: true },
  closed: { state: "closed", hasAnswer: true },
  withdrawn: { state: "closed", hasAnswer: false },
} as const;
type Standing = keyof typeof standings;

const expected: Record<ExplanationCommand, Partial<Record<Standing, ExplanationState>>> = {
  ask: { none: "open", answered: "open", closed: "open" },
  answer: { "open, never answered": "answered", "open again": "answered", answered: "answered" },
  withdraw: { "open, never answered": "closed" },
  close: { "open again": "closed", answered: "closed" },
};

const grid = (Object.keys(expected) as ExplanationCommand[]).flatMap((command) =>
  (Object.keys(standings) as Standing[]).map((from) => ({ command, from, to: expected[command][from] ?? "refused" })),
);

describe("the states of an explanation", () => {
  it.each(grid)("$command of one that is $from: $to", ({ command, from, to }) => {
    const standing = standings[from];
    const decide = () => decideExplanation(standing, command);
    if (to === "refused") {
      expect(decide).toThrow(expect.objectContaining({ name: "DomainError", code: "wrong_state" }) as DomainError);
    } else expect(decide()).toBe(to);
    if (standing) expect(mayDecide(standing, command)).toBe(to !== "refused");
  });

  it("stands as its messages tell where a file says no state", () => {
    const question = { kind: "question" } as const;
    const answer = { kind: "answer" } as const;
    expect(standingOfExplanation({ state: null, messages: [question] })).toEqual({ state: "open", hasAnswer: false });
    expect(standingOfExplanation({ state: null, messages: [question, answer] }).state).toBe("answered");
    expect(standingOfExplanation({ state: "answered", messages: [question] }).hasAnswer).toBe(true);
  });

  it("calls a question that was closed without an answer withdrawn", () => {
    expect(statusOfExplanation(standings.withdrawn)).toBe("withdrawn");
    expect(statusOfExplanation(standings.closed)).toBe("closed");
    expect(statusOfExplanation(standings.answered)).toBe("answered");
  });

  it("is overdue from the day after the one by which an answer was asked for, while it is open", () => {
    const by = asCalendarDate("2023-06-30");
    expect(isAnswerOverdue("open", by, asCalendarDate("2023-06-30"))).toBe(false);
    expect(isAnswerOverdue("open", by, asCalendarDate("2023-07-01"))).toBe(true);
    expect(isAnswerOverdue("answered", by, asCalendarDate("2023-07-01"))).toBe(false);
    expect(isAnswerOverdue("open", null, asCalendarDate("2023-07-01"))).toBe(false);
  });
});
