import { describe, expect, test } from "vitest";
import { asCalendarDate } from "@/domain/dates";
import { DomainError } from "@/domain/errors";
import {
  checkTermIdentity,
  decideTermState,
  proposeTermCode,
  type TermCommand,
  type TermIdentity,
  type TermState,
} from "@/domain/terms";

const term = (id: string, startsOn: string, endsOn: string, code = id): TermIdentity => ({
  ...{ id, code, name: `Nhiệm kỳ ${code}` },
  startsOn: asCalendarDate(startsOn),
  endsOn: asCalendarDate(endsOn),
});

const earlier = term("2015-2020", "2015-07-01", "2020-06-30");
const told = (problems: ReturnType<typeof checkTermIdentity>) =>
  Object.entries(problems).map(([field, { code, values }]) => [field, code, ...Object.values(values)].join(" "));

describe("a term's states", () => {
  const states: readonly TermState[] = ["draft", "running", "closed"];
  const commands: readonly TermCommand[] = ["start", "close", "reopen"];
  const allowed = new Map([
    ["draft start", "running"],
    ["running close", "closed"],
    ["closed reopen", "running"],
  ]);

  test.each(states.flatMap((state) => commands.map((command) => ({ state, command }))))(
    "$state, then $command",
    ({ state, command }) => {
      const next = allowed.get(`${state} ${command}`);
      if (next) expect(decideTermState(state, command)).toBe(next);
      else expect(() => decideTermState(state, command)).toThrow(DomainError);
    },
  );
});

describe("a term beside the others", () => {
  test("its code is proposed from the years it begins and ends in", () => {
    expect(proposeTermCode(term("n", "2025-07-01", "2030-06-30"))).toBe("2025-2030");
    expect(proposeTermCode(term("n", "2023-01-01", "2023-12-31"))).toBe("2023");
  });

  test("it may begin on the day after the one before it, and change its own days", () => {
    expect(checkTermIdentity(term("n", "2020-07-01", "2025-06-30"), [earlier])).toEqual({});
    expect(checkTermIdentity({ ...earlier, endsOn: asCalendarDate("2020-12-31") }, [earlier])).toEqual({});
  });

  test("a first day within an earlier term is refused there, naming it", () => {
    expect(told(checkTermIdentity(term("n", "2020-06-30", "2025-06-30"), [earlier]))).toEqual([
      "startsOn term_overlaps Nhiệm kỳ 2015-2020",
    ]);
  });

  test("a last day within a later term is refused there, naming it", () => {
    expect(told(checkTermIdentity(term("n", "2010-07-01", "2015-07-01"), [earlier]))).toEqual([
      "endsOn term_overlaps Nhiệm kỳ 2015-2020",
    ]);
  });

  test("a code that is taken, an end before the beginning and a term of 2025 to 2125 are refused at their fields", () => {
    expect(told(checkTermIdentity(term("n", "2025-07-01", "2030-06-30", "2015-2020"), [earlier]))).toEqual([
      "code code_taken",
    ]);
    expect(told(checkTermIdentity(term("n", "2025-07-01", "2025-06-30"), [earlier]))).toEqual([
      "endsOn ends_before_start",
    ]);
    expect(told(checkTermIdentity(term("n", "2025-07-01", "2125-06-30"), [earlier]))).toEqual([
      "endsOn term_too_long 12",
    ]);
  });
});
