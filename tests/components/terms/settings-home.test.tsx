import { cleanup, screen } from "@testing-library/react";
import { afterEach, describe, expect, it, vi } from "vitest";
import { SettingsHome } from "@/components/terms/settings-home";
import { createTranslate } from "@/messages/translate";
import { renderPage } from "../support/render";

vi.mock("@/server/actions/changes", () => ({ undoChangeAction: vi.fn() }));
vi.mock("next/navigation", () => ({ useRouter: () => ({ refresh: vi.fn() }) }));

describe("the first page of the settings", () => {
  afterEach(cleanup);

  it("says in words that nothing was changed yet", () => {
    renderPage(<SettingsHome view={{ term: null, steps: [], next: null, changes: [] }} />);
    expect(screen.getByRole("region", { name: "Thay đổi gần đây" }).textContent).toContain("Chưa có thay đổi nào.");
    expect(screen.queryByRole("table")).toBeNull();
  });
});

describe("the name that is proposed for a term", () => {
  it.each(["vi", "en"] as const)("is Vietnamese in the %s interface, as the documents are", (locale) => {
    const name = createTranslate(locale)("termSettings.nameProposal", { first: "2025", last: "2030" });
    expect(name).toBe("Nhiệm kỳ 2025 - 2030");
  });
});
