import { describe, expect, it } from "vitest";
import { asCalendarDate } from "@/domain/dates";
import { isWeakPassword, lastDayOfOneTime } from "@/domain/passwords";

describe("weak passwords", () => {
  it.each([
    ["ngan", "shorter than 10"],
    ["123456789", "shorter than 10"],
    ["1234567890", "a run"],
    ["9876543210", "a run"],
    ["abcdefghijkl", "a run"],
    ["aaaaaaaaaaaa", "one character"],
    ["ababababababab", "two characters"],
    ["password2026", "a well-known word with a little added"],
    ["Matkhau123!", "a well-known word with a little added"],
    ["vanphong12", "the login with a little added"],
    ["VanPhong@1a", "the login with a little added"],
  ])("%s is %s", (password) => {
    expect(isWeakPassword(password, "vanphong")).toBe(true);
  });

  it.each(["tiendo-demo", "mot hai ba bon", "vanphong ở tầng hai", "Trời mưa, đường trơn", "kx82!mq0Zt"])(
    "%s will do",
    (password) => {
      expect(isWeakPassword(password, "vanphong")).toBe(false);
    },
  );
});

describe("a one-time password", () => {
  it("made on 25/12/2026 lets in to the end of 1/1/2027, 7 days later", () => {
    expect(lastDayOfOneTime(asCalendarDate("2026-12-25"))).toBe("2027-01-01");
  });
});
