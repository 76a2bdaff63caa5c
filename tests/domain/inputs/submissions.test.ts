import { expect, it } from "vitest";
import { returnSubmissionInput } from "@/domain/inputs/submissions";

const returning = (note: unknown) =>
  returnSubmissionInput.safeParse({ requestId: "request-1", submissionId: "s", version: 1, note });

it("keeps the lines of an office's note, in NFC and without blanks at its ends", () => {
  const note = " Xem lại mẫu số\r\nvà gửi lại ".normalize("NFD");
  expect(returning(note).data?.note).toBe("Xem lại mẫu số\nvà gửi lại");
});

it.each<[string, unknown, string]>([
  ["nothing but blanks", "  ", "required"],
  ["no note at all", undefined, "required"],
  ["the character NUL", "Xem lại\0", "bad_text"],
  ["an emoji, which no report prints", "Tốt 👍", "bad_text"],
  ["more than 1,000 characters", "a".repeat(1_001), "too_long"],
])("refuses %s as a note", (_, note, code) => {
  expect(returning(note).error?.issues.map(({ path, message }) => `${path.join(".")} ${message}`)).toEqual([
    `note ${code}`,
  ]);
});
