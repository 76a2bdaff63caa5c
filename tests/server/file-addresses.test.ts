// Addresses that take files must not go through the proxy: Next.js would keep their bodies and cut them off at 10 MB.
import { readdirSync, readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { config } from "@/proxy";

const takingFiles = readdirSync("app", { recursive: true, encoding: "utf8" })
  .filter((file) => file.endsWith("route.ts"))
  .filter((file) => readFileSync(`app/${file}`, "utf8").includes("fileBytes"));
const addressOf = (file: string) => `/${file.replace(/\/route\.ts$/, "")}`;
const passesProxy = (address: string) => config.matcher.some((pattern) => new RegExp(`^${pattern}$`).test(address));

it.each(takingFiles.map(addressOf))("%s takes files and does not go through the proxy", (address) => {
  expect(passesProxy(address)).toBe(false);
});

it("addresses of files are found, and pages go through the proxy", () => {
  expect(takingFiles.length).toBeGreaterThanOrEqual(7);
  expect(["/", "/entry/files", "/settings/bundles", "/matrix"].map(passesProxy)).toEqual([true, true, true, true]);
});
