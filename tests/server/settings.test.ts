import { describe, expect, it } from "vitest";
import { parseSettings } from "@/server/env";

describe("settings", () => {
  it("needs none to be given", () => {
    expect(parseSettings({})).toMatchObject({
      databaseUrl: "file:data/tien-do.sqlite",
      dataDirectory: expect.stringMatching(/[\\/]data$/) as string,
      baseUrl: null,
      trustedProxies: [],
      authSecret: null,
      sessionIdleMinutes: 60,
      demo: false,
    });
  });

  it("takes an empty variable for one that is not given", () => {
    const empty = { DATABASE_URL: "", BASE_URL: " ", AUTH_SECRET: "", TRUSTED_PROXIES: "", SESSION_IDLE_MINUTES: "" };
    expect(parseSettings(empty)).toEqual(parseSettings({}));
  });

  it.each([
    ["file:/srv/tien-do/a.sqlite", undefined, "/srv/tien-do"],
    ["file:///srv/tien-do/a.sqlite", undefined, "/srv/tien-do"],
    ["file:/srv/tien-do/a.sqlite", "/etc/tien-do", "/etc/tien-do"],
    ["postgres://db/tien-do", "/etc/tien-do", "/etc/tien-do"],
  ])("keeps secrets beside %s, with DATA_DIR %s in %s", (DATABASE_URL, DATA_DIR, folder) => {
    expect(parseSettings({ DATABASE_URL, DATA_DIR }).dataDirectory).toBe(folder);
  });

  it("reads a list of proxies", () => {
    expect(parseSettings({ TRUSTED_PROXIES: "10.0.0.1, ::1" }).trustedProxies).toEqual(["10.0.0.1", "::1"]);
  });

  it.each([
    ["BASE_URL", "ten-may:3000"],
    ["BASE_URL", "ftp://ten-may"],
    ["TRUSTED_PROXIES", "proxy.local"],
    ["AUTH_SECRET", "short"],
    ["SESSION_IDLE_MINUTES", "1"],
    ["SESSION_IDLE_MINUTES", "an hour"],
    ["TIENDO_TODAY", "30/6/2023"],
  ])("names %s when it cannot be read (%s)", (name, value) => {
    expect(() => parseSettings({ [name]: value })).toThrow(new RegExp(`^${name}: `));
  });
});
