import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";

interface Locked {
  version?: string;
  resolved?: string;
  optional?: boolean;
  optionalDependencies?: Record<string, string>;
  engines?: { node?: string };
}

const lock = JSON.parse(readFileSync("package-lock.json", "utf8")) as { packages: Record<string, Locked> };
const packages = Object.entries(lock.packages).filter(([path]) => path !== "");

describe("package-lock.json", () => {
  it("names no registry, so that it installs from whichever one a computer uses", () => {
    expect(packages.filter(([, locked]) => locked.resolved).map(([path]) => path)).toEqual([]);
  });

  it("pins use-intl once, at the version that next-intl was tried with", () => {
    const found = packages.filter(([path]) => path.endsWith("/use-intl")).map(([, locked]) => locked.version);
    expect(found).toEqual(["4.14.8"]);
  });

  it("knows the optional packages of every platform, without which npm ci refuses it", () => {
    const wanted = packages.flatMap(([, locked]) => Object.keys(locked.optionalDependencies ?? {}));
    const missing = wanted.filter((name) => !packages.some(([path]) => path.endsWith(`node_modules/${name}`)));
    expect(missing).toEqual([]);
  });

  it("has no package that refuses every Node 20", () => {
    const refusing = packages.filter(
      ([, { engines, optional }]) => !optional && engines?.node && !acceptsNode20(engines.node),
    );
    expect(refusing.map(([path]) => path)).toEqual([]);
  });
});

/** Whether one of the alternatives of an engines range (">=20.9", "^20.19 || >=22") begins at or below Node 20. */
function acceptsNode20(range: string): boolean {
  return range.split("||").some((part) => {
    const lowest = /(\d+)/.exec(part);
    return !lowest || Number(lowest[1]) <= 20;
  });
}
