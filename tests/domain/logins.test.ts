import { describe, expect, it } from "vitest";
import { newLogin } from "@/domain/inputs/accounts";
import { proposeLogin } from "@/domain/logins";

const nobody = new Set<string>();

describe("the login proposed for a name", () => {
  it.each([
    ["Nguyễn Văn An", "an.nguyen"],
    ["Đỗ Thị Đức", "duc.do"],
    ["  Trần   Ánh ", "anh.tran"],
    ["Hoàng", "hoang"],
    ["Bí thư Chi bộ 1", "bithu1"],
    ["Bí thư Chi bộ Khoa Nội", "bithu.cbkn"],
    ["Phó Bí thư Chi bộ 12", "phobithu12"],
    ["Văn phòng Đảng ủy", "vanphong"],
    ["Lãnh đạo Đảng uỷ", "lanhdao"],
    ["Ủy ban Kiểm tra", "uybankiemtra"],
    ["Đặng Uyên", "uyen.dang"],
  ])("of %j is %s", (name, login) => {
    expect(proposeLogin(name, nobody)).toBe(login);
  });

  it("is another when it is taken: an.nguyen2, then an.nguyen3", () => {
    expect(proposeLogin("Nguyễn Văn An", new Set(["an.nguyen"]))).toBe("an.nguyen2");
    expect(proposeLogin("Nguyễn An", new Set(["an.nguyen", "an.nguyen2"]))).toBe("an.nguyen3");
  });

  it.each(["", " ", "An", "7", "…"])("of %j is none", (name) => {
    expect(proposeLogin(name, nobody)).toBe("");
  });

  it("is one that an account can have, however long the name", () => {
    const login = proposeLogin("Công Tằng Tôn Nữ Nguyễnphúcmiênthẩmhoànggia Quyềnđứcthắnglợitrườngan", nobody);
    expect(newLogin.parse(login)).toBe(login);
    expect(newLogin.parse(proposeLogin("Nguyễn Văn An", nobody))).toBe("an.nguyen");
  });
});
