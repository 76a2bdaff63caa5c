import { expect, it } from "vitest";
import { attachmentHeader } from "@/server/content-disposition";

it.each([
  ["bao cao.pdf", `attachment; filename="bao cao.pdf"; filename*=UTF-8''bao%20cao.pdf`],
  [
    "Biên bản Đảng ủy.pdf",
    `attachment; filename="Bien ban Dang uy.pdf"; filename*=UTF-8''Bi%C3%AAn%20b%E1%BA%A3n%20%C4%90%E1%BA%A3ng%20%E1%BB%A7y.pdf`,
  ],
  [`a"b\\c%41'(*).txt`, `attachment; filename="a_b_c_41'(*).txt"; filename*=UTF-8''a%22b%5Cc%2541%27%28%2A%29.txt`],
  ["a\r\nSet-Cookie: x", `attachment; filename="a__Set-Cookie: x"; filename*=UTF-8''a%0D%0ASet-Cookie%3A%20x`],
])("%j is named in a header without leaving it", (name, header) => {
  expect(attachmentHeader(name)).toBe(header);
});
