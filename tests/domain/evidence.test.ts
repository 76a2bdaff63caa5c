import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  decideEvidence,
  EVIDENCE_ACCEPT,
  EVIDENCE_KINDS,
  evidenceBytes,
  evidenceEnding,
  evidenceName,
  fileSize,
  type EvidenceKind,
} from "@/domain/evidence";

const DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

describe("the name under which a file is kept", () => {
  it.each<[string, EvidenceKind, string]>([
    ["Biên bản họp chi bộ.pdf", "application/pdf", "Biên bản họp chi bộ.pdf"],
    ["IMG_0001.JPEG", "image/jpeg", "IMG_0001.jpeg"],
    ["ảnh.pdf", "image/png", "ảnh.png"],
    ["chay.bat", "text/plain", "chay.txt"],
    ["Báo cáo 15.5.2023", "application/pdf", "Báo cáo 15.5.2023.pdf"],
    ["C:\\Users\\Lan\\Nghị quyết.docx", DOCX, "Nghị quyết.docx"],
    ["../../etc/passwd", "text/plain", "passwd.txt"],
    ['a"b\r\nc<d>.pdf', "application/pdf", "a b c d.pdf"],
    ["hoadon\u202Efdp.exe", "application/pdf", "hoadon fdp.pdf"],
    ["...", "application/pdf", "pdf.pdf"],
    ["", "image/webp", "webp.webp"],
    ["Quyê\u0301t định.pdf", "application/pdf", "Quyết định.pdf"],
  ])("%j as %s is %j", (sent, kind, kept) => {
    expect(evidenceName(sent, kind)).toBe(kept);
  });

  it("holds no path and no mark that a file system refuses, tells what the file is, and stays what it is", () => {
    const names = fc.string({ unit: "grapheme", maxLength: 300 });
    fc.assert(
      fc.property(names, fc.constantFrom(...EVIDENCE_KINDS), (sent, kind) => {
        const name = evidenceName(sent, kind);
        expect(name).not.toMatch(/[\\/:*?"<>|\p{Cc}\p{Cf}]/u);
        expect(name).toMatch(/^[^. ].*\.[a-z]{3,4}$/su);
        expect([...name].length).toBeLessThanOrEqual(125);
        expect(evidenceName(name, kind)).toBe(name);
      }),
    );
  });
});

it("the browser is offered every kind by its type and by its endings", () => {
  const offered = EVIDENCE_ACCEPT.split(",");
  for (const kind of EVIDENCE_KINDS)
    expect(offered).toEqual(expect.arrayContaining([kind, `.${evidenceEnding(kind)}`]));
  expect(offered).toContain(".jpeg");
});

it("10 MB are 10,000,000 bytes", () => {
  expect(evidenceBytes(10)).toBe(10_000_000);
});

it.each([
  [1, "1 KB"],
  [1_499, "1 KB"],
  [999_400, "999 KB"],
  [1_000_000, "1.0 MB"],
  [1_250_000, "1.3 MB"],
  [9_940_000, "9.9 MB"],
  [9_960_000, "10 MB"],
  [99_400_000, "99 MB"],
])("%i bytes are told as %s", (bytes, text) => {
  const { value, unit } = fileSize(bytes);
  expect(`${value} ${unit}`).toBe(text);
});

describe("where a file stands", () => {
  const own = { seesDraft: true, inspects: false };
  const other = { seesDraft: false, inspects: false };
  const inspector = { seesDraft: false, inspects: true };
  const file = (createdAt: string, removedAt: string | null = null) => ({ createdAt, removedAt });
  const standings = (times: { createdAt: string; removedAt: string | null }, ...sentAt: string[]) =>
    [own, other, inspector].map((reader) => decideEvidence(times, sentAt, reader)).join(" ");

  it.each([
    ["a draft's file is its unit's own", file("2"), [], "attached hidden hidden"],
    ["one that was there when the report was sent is seen by all", file("2"), ["3"], "attached attached attached"],
    ["one that came since is the draft's again", file("4"), ["3"], "attached hidden hidden"],
    ["one removed before it was sent was never there", file("2", "3"), [], "hidden hidden hidden"],
    ["nor afterwards", file("2", "3"), ["4"], "hidden hidden hidden"],
    ["one removed since still stands beside what was sent", file("2", "4"), ["3"], "hidden attached attached"],
    ["and is gone once that was sent, except for inspection", file("2", "4"), ["3", "5"], "hidden hidden removed"],
  ])("%s", (_, times, sentAt, expected) => {
    expect(standings(times, ...sentAt)).toBe(expected);
  });

  it("whatever a draft does, nobody else sees another file than when the report was last sent", () => {
    const instant = fc.integer({ min: 10, max: 99 }).map(String);
    fc.assert(
      fc.property(instant, fc.option(instant), fc.array(instant, { minLength: 1 }), (createdAt, removedAt, sent) => {
        const sentAt = sent.toSorted();
        const last = sentAt.at(-1)!;
        fc.pre(removedAt === null || removedAt > createdAt);
        const seen = decideEvidence({ createdAt, removedAt }, sentAt, other);
        expect(seen === "attached").toBe(createdAt <= last && (removedAt === null || removedAt > last));
        const without = decideEvidence(
          { createdAt, removedAt: removedAt && removedAt > last ? null : removedAt },
          sentAt,
          other,
        );
        expect(seen).toBe(without);
      }),
    );
  });
});
