import { describe, expect, it } from "vitest";
import { isWeakPassword } from "@/domain/passwords";

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
