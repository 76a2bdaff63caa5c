import { describe, expect, it } from "vitest";
import { canonicalText } from "@/domain/audit";
import { listAuditChanges } from "@/domain/audit-changes";
import { auditAddress, auditQuery } from "@/domain/inputs/audit";

describe("what an entry of the log changed", () => {
  it("leaves equal parts out and names the others by their path", () => {
    const before = canonicalText({ state: "submitted", version: 3, figures: { m1: { n: "28", d: "29" } } });
    const after = canonicalText({ state: "accepted", version: 3, figures: { m1: { n: "27", d: "29" } } });
    expect(listAuditChanges(before, after)).toEqual([
      { path: ["figures", "m1", "n"], before: "28", after: "27" },
      { path: ["state"], before: "submitted", after: "accepted" },
    ]);
  });

  it("tells a part that did not exist from one that was empty", () => {
    expect(listAuditChanges(canonicalText({ a: null }), canonicalText({ a: "", b: null }))).toEqual([
      { path: ["a"], before: null, after: "" },
      { path: ["b"], before: undefined, after: null },
    ]);
  });

  it("shows all of what began or ended", () => {
    const state = canonicalText({ holdings: [{ role: "office" }] });
    expect(listAuditChanges(null, state)).toEqual([
      { path: ["holdings", "0", "role"], before: undefined, after: "office" },
    ]);
    expect(listAuditChanges(state, null)[0]).toMatchObject({ before: "office", after: undefined });
    expect(listAuditChanges(null, null)).toEqual([]);
  });
});

describe("the audit page's address", () => {
  it("keeps the conditions from page to page", () => {
    const query = auditQuery.parse({ action: "account.locked", person: "anna", from: "2026-01-01", before: "50" });
    expect(auditAddress(query, 20)).toBe("/audit?action=account.locked&person=anna&from=2026-01-01&before=20");
    expect(auditAddress(auditQuery.parse({}), null)).toBe("/audit");
  });

  it("leaves out what cannot be read", () => {
    expect(auditQuery.parse({ action: "nothing", person: ["a", "b"], from: "30/6", to: "", before: "-1" })).toEqual({});
  });
});
