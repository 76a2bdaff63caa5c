import { cleanup, screen, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { HeaderBand } from "@/components/shell/header-band";
import { asCalendarDate } from "@/domain/dates";
import type { ShellView } from "@/server/loaders/shell";
import { renderPage } from "../support/render";

const address = vi.hoisted(() => ({ path: "/", query: "", refresh: vi.fn() }));

vi.mock("next/navigation", () => ({
  usePathname: () => address.path,
  useSearchParams: () => new URLSearchParams(address.query),
  useRouter: () => ({ refresh: address.refresh }),
}));

const SHELL: ShellView = {
  organisationName: "Đảng bộ Khu kinh tế",
  terms: [
    {
      id: "2020-2025",
      name: "Nhiệm kỳ 2020 - 2025",
      startsOn: asCalendarDate("2020-07-01"),
      endsOn: asCalendarDate("2025-06-30"),
      isDraft: false,
      defaultAsOf: asCalendarDate("2023-06-30"),
    },
    {
      id: "2015-2020",
      name: "Nhiệm kỳ 2015 - 2020",
      startsOn: asCalendarDate("2015-07-01"),
      endsOn: asCalendarDate("2020-06-30"),
      isDraft: false,
      defaultAsOf: asCalendarDate("2020-06-30"),
    },
  ],
  defaultTermId: "2020-2025",
  tabs: [
    { key: "overview", waiting: null },
    { key: "review", waiting: 3 },
  ],
  account: { id: "a1", displayName: "Văn phòng", roles: [{ role: "office", unitName: null, until: null }] },
  warnPlainHttp: false,
};

function showHeader(path: string, query = "", shell = SHELL) {
  address.path = path;
  address.query = query;
  renderPage(<HeaderBand shell={shell} signOut={() => Promise.resolve()} />);
}

beforeEach(() => address.refresh.mockClear());
afterEach(cleanup);

test("the present room is marked, and what waits is told in words", () => {
  showHeader("/review");
  const tabs = within(screen.getByRole("navigation", { name: "Các trang chính" }));
  expect(tabs.getByRole("link", { name: /^Tiếp nhận/ }).getAttribute("aria-current")).toBe("page");
  expect(tabs.getByText("3 việc đang chờ")).toBeDefined();
  expect(tabs.getByRole("link", { name: "Tổng quan" }).hasAttribute("aria-current")).toBe(false);
});

test("without a query the term's defaults stand on the buttons", () => {
  showHeader("/");
  expect(screen.getByText("30/6/2023")).toBeDefined();
  expect(screen.getAllByText("Đã tiếp nhận").length).toBeGreaterThan(0);
});

test("another basis keeps term and day; another term takes its own day", () => {
  showHeader("/", "term=2020-2025&asOf=2022-12-31&basis=accepted");
  const basis = screen.getByRole("link", { name: /^Tạm tính/, hidden: true });
  expect(basis.getAttribute("href")).toBe("/?term=2020-2025&asOf=2022-12-31&basis=provisional");
  const term = screen.getByRole("link", { name: "Nhiệm kỳ 2015 - 2020", hidden: true });
  expect(term.getAttribute("href")).toBe("/?term=2015-2020");
});

test("from a target another term opens at its overview: codes belong to their term", () => {
  showHeader("/targets/t4", "term=2020-2025");
  const term = screen.getByRole("link", { name: "Nhiệm kỳ 2015 - 2020", hidden: true });
  expect(term.getAttribute("href")).toBe("/?term=2015-2020");
});

test("an impossible day in the address falls back to the term's own", () => {
  showHeader("/", "asOf=2023-02-31");
  expect(screen.getByText("30/6/2023")).toBeDefined();
});

test("the day is a form that asks for an address, within the term", () => {
  showHeader("/", "term=2020-2025&basis=provisional");
  const day = screen.getByLabelText("Tính đến ngày");
  expect([day.getAttribute("min"), day.getAttribute("max")]).toEqual(["2020-07-01", "2025-06-30"]);
  const form = day.closest("form");
  expect(form?.getAttribute("method")).toBe("get");
  expect(form?.querySelector("input[name=basis]")).toHaveProperty("value", "provisional");
});

test("Escape closes an open menu and gives the focus back to its button", async () => {
  showHeader("/");
  const summary = screen.getByText("30/6/2023").closest("summary");
  const menu = summary?.closest("details");
  if (!summary || !menu) throw new Error("no menu");
  menu.open = true;
  screen.getByLabelText("Tính đến ngày").focus();
  await userEvent.keyboard("{Escape}");
  expect(menu.open).toBe(false);
  expect(document.activeElement).toBe(summary);
});

test("pages of entry show no term, day or basis of figures", () => {
  showHeader("/entry");
  expect(screen.queryByText("30/6/2023")).toBeNull();
});

test("the language is kept in a cookie and the page is asked for anew", async () => {
  showHeader("/");
  await userEvent.click(screen.getByRole("button", { name: "English" }));
  expect(document.cookie).toContain("locale=en");
  expect(address.refresh).toHaveBeenCalledOnce();
});

test("the office is told once when the connection is not encrypted", () => {
  showHeader("/", "", { ...SHELL, warnPlainHttp: true });
  expect(screen.getByText(/chưa được mã hoá/)).toBeDefined();
});
