import { describe, expect, it } from "vitest";
import type * as z from "zod";
import { firstRunInput, newAccountInput } from "@/domain/inputs/accounts";
import { safeAddress, signInInput } from "@/domain/inputs/sign-in";
import { lineOfText, optionalText, plainText } from "@/domain/inputs/text";

/** What is wrong by field: the codes. */
function problems(schema: z.ZodType, input: unknown): Record<string, string> {
  const parsed = schema.safeParse(input);
  return Object.fromEntries((parsed.error?.issues ?? []).map(({ path, message }) => [path.join("."), message]));
}

const account = {
  login: "vanphong",
  displayName: "Văn phòng",
  password: "mot hai ba bon",
  mustChangePassword: false,
  holdings: [{ role: "office", unitId: null, from: "2026-01-01", to: null }],
};

describe("the address to go on to", () => {
  it.each(["/", "/audit", "/targets/t1?asOf=2023-06-30&basis=accepted", "/a#b"])("%s stays", (address) => {
    expect(safeAddress(address)).toBe(address);
  });

  it.each([
    "//elsewhere.vn",
    "/\\elsewhere.vn",
    "https://elsewhere.vn",
    "javascript:alert(1)",
    "/\t/elsewhere.vn",
    "/a\\b",
    "audit",
    "",
    null,
  ])("%j becomes the overview", (address) => {
    expect(safeAddress(address)).toBe("/");
  });
});

describe("signing in", () => {
  it("compares logins in small letters and passwords in one normal form", () => {
    const read = signInInput.parse({ login: " VanPhong ", password: "Ca\u0309nh" });
    expect(read).toEqual({ login: "vanphong", password: "Cảnh", next: "/" });
  });

  it("asks for what is missing", () => {
    expect(problems(signInInput, { login: " ", password: "" })).toEqual({ login: "required", password: "required" });
    expect(problems(signInInput, {})).toEqual({ login: "required", password: "required" });
  });
});

describe("a new account", () => {
  it("is accepted when it is whole", () => {
    expect(problems(newAccountInput, account)).toEqual({});
  });

  it.each(["ab", "văn phòng", "van phong", ".ab", "a".repeat(31), "a/b"])("refuses the login %j", (login) => {
    expect(problems(newAccountInput, { ...account, login })).toEqual({ login: "bad_login" });
  });

  it("cannot have the login under which commands act", () => {
    expect(problems(newAccountInput, { ...account, login: "System" })).toEqual({ login: "login_taken" });
  });

  it("refuses a weak password and an account without a role", () => {
    const weak = { ...account, password: "vanphong1" };
    expect(problems(newAccountInput, weak)).toEqual({ password: "weak_password" });
    expect(problems(newAccountInput, { ...account, holdings: [] })).toEqual({ holdings: "required" });
  });

  it("binds secretaries to a unit and nobody else, and ends no role before it begins", () => {
    const holding = (changes: object) => ({ ...account, holdings: [{ ...account.holdings[0], ...changes }] });
    expect(problems(newAccountInput, holding({ role: "secretary" }))).toEqual({ "holdings.0.unitId": "required" });
    expect(problems(newAccountInput, holding({ unitId: "cb1" }))).toEqual({ "holdings.0.unitId": "required" });
    expect(problems(newAccountInput, holding({ to: "2025-12-31" }))).toEqual({ "holdings.0.to": "bad_date" });
    expect(problems(newAccountInput, holding({ role: "king" }))).toEqual({ "holdings.0.role": "bad_choice" });
  });
});

describe("the first run", () => {
  const filled = {
    ...account,
    code: "ABCD-EFGH-JKLM",
    organisationName: "Đảng bộ xã",
    passwordAgain: account.password,
  };

  it("wants the same password twice", () => {
    expect(problems(firstRunInput, filled)).toEqual({});
    expect(problems(firstRunInput, { ...filled, passwordAgain: "mot hai ba bốn" })).toEqual({
      passwordAgain: "password_mismatch",
    });
  });
});

describe("text", () => {
  it("is kept in NFC without blanks around it and with plain line ends", () => {
    expect(plainText(50).parse("  A\u0309nh\r\nhai  ")).toBe("Ảnh\nhai");
    expect(optionalText(50).parse("   ")).toBeNull();
  });

  it.each(["tốt 😀", "cờ 🇻🇳", "1️⃣", "a\u0000b", "tim ❤️"])("refuses what cannot be printed: %j", (text) => {
    expect(problems(plainText(50), text)).toEqual({ "": "bad_text" });
  });

  it.each(["≥ 95% — “đạt” … ½ № ✓", "Đảng uỷ, Đảng ủy", "5 < 6 & 'a'"])("keeps %j", (text) => {
    expect(plainText(50).parse(text)).toBe(text);
  });

  it("has a length, and a line has no break", () => {
    expect(problems(plainText(5), "sáu ký")).toEqual({ "": "too_long" });
    expect(problems(lineOfText(50), "hai\ndòng")).toEqual({ "": "bad_text" });
    expect(problems(lineOfText(50), " ")).toEqual({ "": "required" });
  });
});
