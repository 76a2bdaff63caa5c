import { cleanup, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { useState } from "react";
import { afterEach, describe, expect, it } from "vitest";
import { NumberField } from "@/components/entry/number-field";
import { readEntryNumber } from "@/domain/typed-figures";
import { renderPage } from "../support/render";

afterEach(cleanup);

function Harness({ kind = "rate" }: { readonly kind?: "rate" | "count" }) {
  const [text, setText] = useState("");
  const reading = readEntryNumber({ kind, mayExceedBase: false, hasFixedBase: false }, text);
  return (
    <div onInput={(event) => setText((event.target as HTMLInputElement).value)}>
      <NumberField name="n" label="Có mặt" initialText="" text={text} reading={reading} />
    </div>
  );
}

describe("the number field", () => {
  it.each(["4l", "1.2.3", "97,6125", "1234567890123", "-5", "１２", "  28 "])(
    "keeps %j as it was typed",
    async (text) => {
      renderPage(<Harness />);
      const field = screen.getByLabelText<HTMLInputElement>("Có mặt");
      await userEvent.type(field, text);
      expect(field.value).toBe(text);
    },
  );

  it("says nothing where the text is plain, and how it was read where it is not", async () => {
    const { container } = renderPage(<Harness />);
    const field = screen.getByLabelText("Có mặt");
    await userEvent.type(field, "28");
    expect(container.textContent).toBe("Có mặt");
    await userEvent.clear(field);
    await userEvent.type(field, "97.61");
    expect(screen.getByText("đọc là 97,61")).toBeDefined();
  });

  it("asks which number a text with two readings is, and puts the chosen one in unmistakably", async () => {
    renderPage(<Harness />);
    const field = screen.getByLabelText<HTMLInputElement>("Có mặt");
    await userEvent.type(field, "1.250");
    expect(screen.getByText("“1.250” là số nào?")).toBeDefined();
    expect(field.value).toBe("1.250");
    await userEvent.click(screen.getByRole("button", { name: "1,25" }));
    expect(field.value).toBe("1,25");
    expect(screen.queryByText("“1.250” là số nào?")).toBeNull();
    expect(document.activeElement).toBe(field);
  });

  it("does not ask about a count, whose 1.250 is 1250", async () => {
    renderPage(<Harness kind="count" />);
    await userEvent.type(screen.getByLabelText("Có mặt"), "1.250");
    expect(screen.queryByRole("button")).toBeNull();
  });

  it("is a text field for decimals, described by how it was read", () => {
    renderPage(<Harness />);
    const field = screen.getByLabelText("Có mặt");
    expect(field.getAttribute("inputmode")).toBe("decimal");
    expect(document.getElementById(field.getAttribute("aria-describedby") ?? "")).not.toBeNull();
  });
});
