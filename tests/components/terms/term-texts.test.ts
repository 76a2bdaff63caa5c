import { describe, expect, it } from "vitest";
import { EMPTY_TERM, withDays } from "@/components/terms/term-texts";

const proposals = { name: (first: string, last: string) => `Nhiệm kỳ ${first} - ${last}` };
const days = { startsOn: "2025-07-01", endsOn: "2030-06-30" };

describe("what follows from a term's days", () => {
  const proposed = withDays({ ...EMPTY_TERM, ...days }, EMPTY_TERM, "calendar", proposals);

  it("is the name, the code and the six calendar years", () => {
    expect(proposed).toMatchObject({ name: "Nhiệm kỳ 2025 - 2030", code: "2025-2030" });
    expect(proposed.years).toHaveLength(6);
  });

  it("moves along with the days until another name is typed; the code still follows", () => {
    const later = { endsOn: "2031-06-30" };
    expect(withDays({ ...proposed, ...later }, proposed, "calendar", proposals).name).toBe("Nhiệm kỳ 2025 - 2031");
    const named = { ...proposed, name: "Khoá IV" };
    const moved = withDays({ ...named, ...later }, named, "calendar", proposals);
    expect(moved).toMatchObject({ name: "Khoá IV", code: "2025-2031" });
  });

  it("leaves the name and the code of a term in force alone", () => {
    const moved = withDays({ ...proposed, endsOn: "2031-06-30" }, proposed, "calendar", null);
    expect(moved).toMatchObject({ name: proposed.name, code: proposed.code });
    expect(moved.years).toHaveLength(7);
  });
});
