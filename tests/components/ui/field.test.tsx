import { cleanup, render, screen } from "@testing-library/react";
import { afterEach, expect, test } from "vitest";
import { Button } from "@/components/ui/button";
import { SelectField, TextField } from "@/components/ui/field";

afterEach(cleanup);

test("a field is named by its label and described by its error and its hint", () => {
  render(<TextField label="Có mặt" hint="số đảng viên" error="Nhập số nguyên." defaultValue="4l" />);
  const input = screen.getByRole("textbox", { name: "Có mặt" });
  const described = input
    .getAttribute("aria-describedby")
    ?.split(" ")
    .map((id) => document.getElementById(id));
  expect(described?.map((element) => element?.textContent)).toEqual(["Nhập số nguyên.", "số đảng viên"]);
  expect(input.getAttribute("aria-invalid")).toBe("true");
  expect(input).toHaveProperty("value", "4l");
});

test("a field without an error is not invalid and describes nothing", () => {
  render(<TextField label="Ghi chú" />);
  const input = screen.getByRole("textbox", { name: "Ghi chú" });
  expect(input.hasAttribute("aria-invalid")).toBe(false);
  expect(input.hasAttribute("aria-describedby")).toBe(false);
});

test("a select offers its options by their words", () => {
  render(<SelectField label="Mức" options={[{ value: "3", label: "Tốt" }]} />);
  expect(screen.getByRole("option", { name: "Tốt" })).toHaveProperty("value", "3");
});

test("a pending button stays focusable, says that it is busy and submits nothing", () => {
  render(
    <Button type="submit" pending pendingLabel="Đang gửi">
      Gửi báo cáo
    </Button>,
  );
  const button = screen.getByRole("button", { name: "Đang gửi" });
  expect(button.getAttribute("aria-busy")).toBe("true");
  expect(button.getAttribute("type")).toBe("button");
  expect(button.hasAttribute("disabled")).toBe(false);
});
