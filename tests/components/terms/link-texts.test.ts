import { describe, expect, it } from "vitest";
import { droppedOf, linkTexts, sentLinks } from "@/components/terms/link-texts";

describe("the form of the links", () => {
  const targets = [{ id: "a" }, { id: "b" }];
  const previous = [{ code: "t1" }, { code: "t2" }, { code: "t3" }];
  const stored = {
    links: [
      { targetId: "a", previousTargetCode: "t1", kind: "same" as const, reason: null },
      { targetId: null, previousTargetCode: "t2", kind: "dropped" as const, reason: "Đã xong" },
    ],
  };
  const texts = linkTexts(stored, targets, previous);

  it("shows a target without a link as new, and of t1, t2, t3 the two that nothing goes back to as dropped", () => {
    expect(texts.links.map(({ kind }) => kind)).toEqual(["same", "new"]);
    expect(droppedOf(texts, previous).map(({ code }) => code)).toEqual(["t2", "t3"]);
    expect(texts.dropped).toMatchObject({ t2: "Đã xong", t3: "" });
  });

  it("sends the targets first, then what was dropped; a reason belongs to a redefinition only", () => {
    const [first, second] = texts.links;
    const typed = {
      ...texts,
      links: [
        { ...first!, reason: "thừa" },
        { ...second!, kind: "redefined" as const, previousTargetCode: "t2", reason: "Đổi cách tính" },
      ],
    };
    expect(sentLinks(typed, previous).links).toEqual([
      { targetId: "a", kind: "same", previousTargetCode: "t1", reason: "" },
      { targetId: "b", kind: "redefined", previousTargetCode: "t2", reason: "Đổi cách tính" },
      { targetId: null, kind: "dropped", previousTargetCode: "t3", reason: "" },
    ]);
  });
});
