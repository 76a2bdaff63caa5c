import { cleanup, fireEvent, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { afterEach, expect, test } from "vitest";
import { WhatIf } from "@/components/targets/what-if";
import { renderPage } from "../support/render";
import { targetMeasure, targetView, whatIfView } from "../support/target-view";

afterEach(() => {
  cleanup();
  window.history.replaceState(null, "", "/");
});

function show(changes: Parameters<typeof whatIfView>[0] = {}, codes: readonly string[] = ["m4"]) {
  const measures = codes.map((id) => targetMeasure({ id, whatIf: whatIfView(changes) }));
  renderPage(<WhatIf measure={measures[0]!} view={targetView({ measures })} />);
}

const field = () => screen.getByLabelText<HTMLInputElement>("Mỗi tháng còn lại (%)");
const slider = () => screen.getByRole<HTMLInputElement>("slider", { name: "Kéo để thử mức khác" });
const status = () => screen.getByRole("status").textContent;

test("the slider answers at once, fills in the field and keeps the pace in the address", () => {
  show();
  expect(status()).toBe("Mỗi tháng đạt 94%: cả nhiệm kỳ đạt 95,50%, giữ được chỉ tiêu 95%.");
  expect(slider().getAttribute("aria-valuetext")).toBe("94%");
  fireEvent.change(slider(), { target: { value: "2" } });
  expect(status()).toBe("Mỗi tháng đạt 92%: cả nhiệm kỳ đạt 93,50%, chưa đạt chỉ tiêu 95%.");
  expect(field().value).toBe("92");
  expect(Object.fromEntries(new URLSearchParams(window.location.search))).toEqual({
    ...{ term: "2020-2025", asOf: "2023-06-30", basis: "accepted", whatIf: "92" },
  });
});

test("a typed pace moves the slider; one between its positions is left to the server, with nothing said meanwhile", async () => {
  show();
  const user = userEvent.setup();
  await user.clear(field());
  await user.type(field(), "97");
  expect([slider().value, status()]).toEqual(["7", expect.stringContaining("98,50%")]);
  await user.type(field(), ",5");
  expect([slider().value, status()]).toEqual(["7", ""]);
});

test("what cannot be read is kept in the field, with what to do", () => {
  show({ typed: "hai", problem: "bad_number", answer: null });
  expect(field().value).toBe("hai");
  expect(field().getAttribute("aria-invalid")).toBe("true");
  expect(screen.getByText("Đây không phải là số. Nhập ví dụ 41 hoặc 97,5.")).toBeDefined();
});

test("without script the form asks the server, of two measures by the code of the asked one", () => {
  show({}, ["m4", "m5"]);
  const form = field().form!;
  expect([form.method, form.getAttribute("action")]).toEqual(["get", "/targets/4#what-if-m4"]);
  expect(new FormData(form).get("measure")).toBe("m4");
});

test("nothing is shown where nothing can be asked", () => {
  renderPage(<WhatIf measure={targetMeasure({ whatIf: null })} view={targetView()} />);
  expect(screen.queryByRole("slider")).toBeNull();
});
