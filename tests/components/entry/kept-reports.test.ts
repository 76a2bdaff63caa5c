import { beforeEach, describe, expect, it, vi } from "vitest";
import { KEPT_EVENT } from "@/components/entry/device-store";
import {
  dropAllKept,
  dropKeptReport,
  findKeptReport,
  keepReport,
  listUnsavedReports,
  watchKeptReport,
} from "@/components/entry/kept-reports";
import { kept, ownerOf } from "../support/kept-reports";

beforeEach(() => localStorage.clear());

describe("what this device keeps of reports", () => {
  it("is found again whole, by account, unit and period alone", () => {
    keepReport(ownerOf("a"), kept("28", ""));
    expect(findKeptReport(ownerOf("a"))).toEqual(kept("28", ""));
    expect(findKeptReport(ownerOf("b"))).toBeNull();
    expect(findKeptReport(ownerOf("a", "p2"))).toBeNull();
    dropKeptReport(ownerOf("a"));
    expect(findKeptReport(ownerOf("a"))).toBeNull();
  });

  it("is listed where the server lacks some of it, typed last first, and never to another account", () => {
    keepReport(ownerOf("a", "p1"), kept("28", ""));
    keepReport(ownerOf("a", "p2"), kept("27", "27"));
    keepReport(ownerOf("a", "p3"), kept("27", "27", { typedAt: "2023-06-30T03:00:00.000Z", submitting: true }));
    keepReport(ownerOf("ab", "p4"), kept("1", ""));
    expect(listUnsavedReports("a").map(({ owner }) => owner.periodId)).toEqual(["p3", "p1"]);
    expect(listUnsavedReports("b")).toEqual([]);
  });

  it("is gone when its account signs out, saved or not; others' is left", () => {
    keepReport(ownerOf("a", "p1"), kept("28", ""));
    keepReport(ownerOf("a", "p2"), kept("27", "27"));
    keepReport(ownerOf("b"), kept("5", ""));
    dropAllKept("a");
    expect(Object.keys(localStorage)).toHaveLength(1);
    expect(findKeptReport(ownerOf("b"))).toEqual(kept("5", ""));
  });

  it("tells the page of every change", () => {
    const heard = vi.fn();
    window.addEventListener(KEPT_EVENT, heard);
    keepReport(ownerOf("a"), kept("28", ""));
    dropKeptReport(ownerOf("a"));
    window.removeEventListener(KEPT_EVENT, heard);
    expect(heard).toHaveBeenCalledTimes(2);
  });

  it("tells a form what another page of the browser keeps of the same report, and of no other", () => {
    const heard = vi.fn();
    const stop = watchKeptReport(ownerOf("a"), heard);
    const tell = (periodId: string) =>
      window.dispatchEvent(
        new StorageEvent("storage", {
          ...{ key: `tien-do.report a u1 ${periodId}`, newValue: JSON.stringify(kept("28", "")), oldValue: null },
        }),
      );
    tell("p1");
    tell("p2");
    stop();
    tell("p1");
    expect(heard.mock.calls).toEqual([[kept("28", ""), null]]);
  });

  it.each(["", "{", "null", '{"figures":{}}'])("takes %j, written by something else, for nothing", (text) => {
    localStorage.setItem("tien-do.report a u1 p1", text);
    expect(findKeptReport(ownerOf("a"))).toBeNull();
    expect(listUnsavedReports("a")).toEqual([]);
  });

  it("says so where the browser keeps nothing", () => {
    const setItem = () => {
      throw new DOMException("full", "QuotaExceededError");
    };
    vi.stubGlobal("localStorage", { setItem });
    expect(keepReport(ownerOf("a"), kept("28", ""))).toBe(false);
  });
});
