import { useState } from "react";
import { cleanup, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { afterEach, describe, expect, it, vi } from "vitest";
import { TargetGroupField } from "@/components/targets/target-group-field";
import { renderPage } from "../support/render";

const onTyped = vi.fn<(value: string) => void>();

function Form({ stored }: { readonly stored: string }) {
  const [value, setValue] = useState(stored);
  const change = (typed: string) => {
    setValue(typed);
    onTyped(typed);
  };
  return <TargetGroupField value={value} groups={["party_building", "Kinh tế"]} onChange={change} error={undefined} />;
}

const select = () => screen.getByLabelText<HTMLSelectElement>("Nhóm chỉ tiêu");

describe("the group of a target", () => {
  afterEach(cleanup);

  it("that bundles name by a code is shown in words, among the groups of the other targets", () => {
    renderPage(<Form stored="party_building" />);
    expect(select().selectedOptions[0]?.textContent).toBe("Xây dựng Đảng");
    expect([...select().options].map(({ text }) => text)).toEqual([
      ...["Không chia nhóm", "Nhiệm vụ chính trị", "Xây dựng Đảng", "Công tác dân vận", "Kinh tế"],
      "Nhóm khác, ghi tên",
    ]);
    expect(screen.queryByLabelText("Tên nhóm")).toBeNull();
  });

  it("that is no part of a list is typed by its name, and a chosen one is kept by its code", async () => {
    renderPage(<Form stored="" />);
    const user = userEvent.setup();
    await user.selectOptions(select(), "Nhóm khác, ghi tên");
    await user.type(screen.getByLabelText("Tên nhóm"), "Quốc phòng");
    expect(onTyped).toHaveBeenLastCalledWith("Quốc phòng");
    await user.selectOptions(select(), "Công tác dân vận");
    expect(onTyped).toHaveBeenLastCalledWith("mass_mobilisation");
    expect(screen.queryByLabelText("Tên nhóm")).toBeNull();
  });

  it("that stands in no list is shown as it was typed", () => {
    renderPage(<Form stored="Văn hoá" />);
    expect(screen.getByLabelText<HTMLInputElement>("Tên nhóm").value).toBe("Văn hoá");
  });
});
