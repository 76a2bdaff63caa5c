import { statSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { loadAuthSecret } from "@/server/auth/secret";
import { temporaryFolder } from "../support/databases";

describe("the key of session cookies", () => {
  it("is made once, for its owner's eyes only, and stays the same", async () => {
    const dataDirectory = join(await temporaryFolder(), "data");
    const secret = loadAuthSecret({ authSecret: null, dataDirectory });
    expect(secret.length).toBeGreaterThanOrEqual(43);
    expect(statSync(join(dataDirectory, "auth-secret")).mode & 0o777).toBe(0o600);
    expect(loadAuthSecret({ authSecret: null, dataDirectory })).toBe(secret);
  });

  it("is the one that is given, and then none is made", async () => {
    const dataDirectory = await temporaryFolder();
    expect(loadAuthSecret({ authSecret: "given", dataDirectory })).toBe("given");
    expect(() => statSync(join(dataDirectory, "auth-secret"))).toThrow("ENOENT");
  });
});
