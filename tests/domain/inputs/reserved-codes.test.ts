import { expect, test } from "vitest";
import { newCode } from "@/domain/inputs/measures";
import { typedTermInput } from "@/domain/inputs/terms";
import { typedReorganisation } from "@/domain/inputs/units";

const unitCode = typedReorganisation.shape.founded.element.shape.code;
const termCode = typedTermInput.shape.code;

/** What is answered at a code's field; null where it may be given. */
const problem = (schema: typeof newCode | typeof unitCode, code: string) =>
  schema.safeParse(code).error?.issues[0]?.message ?? null;

test.each(["new", "order", "events"])(
  "a unit cannot have the code %s: a page of the settings has that address",
  (code) => {
    expect(problem(unitCode, code)).toBe("code_reserved");
    expect(problem(unitCode, `${code}-2`)).toBeNull();
  },
);

test("a term, a target and a measure cannot have the code new, and can have order", () => {
  expect([problem(newCode, "new"), problem(newCode, "order")]).toEqual(["code_reserved", null]);
  expect([problem(termCode, "new"), problem(termCode, "order")]).toEqual(["code_reserved", null]);
});
