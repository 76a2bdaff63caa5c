import { createServer } from "node:net";
import { once } from "node:events";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { parsePort, requireFreePort, requireWriteAccess } from "@/scripts/launch/preflight.mjs";
import { readSettings } from "@/scripts/launch/settings.mjs";
import { findFreePort, runLauncher } from "../support/launcher";

const root = process.cwd();

async function listenOn(port: number) {
  const server = createServer().listen(port, "127.0.0.1");
  await once(server, "listening");
  return server;
}

describe("refusals, in one line", () => {
  it("a Node that is too old", async () => {
    const pretend = "data:text/javascript,Object.defineProperty(process.versions,'node',{value:'18.20.8'})";
    const { code, lines } = await runLauncher("demo", { nodeArgs: ["--import", pretend] });
    expect(lines).toEqual(["Node 18.20.8 is too old: install Node 20.9 or later (24 is recommended)."]);
    expect(code).toBe(1);
  });

  it("a port that is taken, before anything is built", async () => {
    const port = await findFreePort();
    const other = await listenOn(port);
    const { code, lines } = await runLauncher("demo", { env: { PORT: String(port) } });
    other.close();
    expect(lines).toEqual([`Port ${port} is taken: choose another one, such as PORT=${port + 1}.`]);
    expect(code).toBe(1);
  });

  it("a port that is no number", async () => {
    const { code, lines } = await runLauncher("start", { env: { PORT: "http" } });
    expect(lines).toEqual(['PORT must be a number from 1 to 65535, not "http".']);
    expect(code).toBe(1);
  });

  it("a folder that cannot be written", () => {
    // A folder below a file can be made by nobody, not even by root.
    const folder = join(root, "package.json", "data");
    expect(() => requireWriteAccess([folder])).toThrow(/^No write access to .*package\.json: give it to this account/);
  });

  it("an address that this computer has not", async () => {
    await expect(requireFreePort(3000, "192.0.2.1")).rejects.toThrow("check HOST and PORT");
  });
});

describe("settings", () => {
  it("need nothing: the demo on this computer only, the server for the network", () => {
    expect(readSettings("demo", {})).toEqual({
      mode: "demo",
      port: 3000,
      host: "127.0.0.1",
      databaseUrl: `file:${join(root, "data/demo.sqlite")}`,
      dataFolder: join(root, "data"),
    });
    expect(readSettings("start", {})).toMatchObject({
      host: "0.0.0.0",
      databaseUrl: `file:${join(root, "data/tien-do.sqlite")}`,
    });
  });

  it("make a relative file absolute and leave other addresses alone", () => {
    const read = (url: string) => readSettings("start", { DATABASE_URL: url });
    expect(read("file:./elsewhere/x.sqlite").databaseUrl).toBe(`file:${join(root, "elsewhere/x.sqlite")}`);
    expect(read("file:./elsewhere/x.sqlite").dataFolder).toBe(join(root, "elsewhere"));
    expect(read("file:///srv/x.sqlite")).toMatchObject({ databaseUrl: "file:///srv/x.sqlite", dataFolder: "/srv" });
    expect(read("postgres://db/x")).toMatchObject({ databaseUrl: "postgres://db/x", dataFolder: join(root, "data") });
  });

  it("never open the demo to the network", () => {
    expect(readSettings("demo", { HOST: "0.0.0.0" }).host).toBe("127.0.0.1");
    expect(readSettings("start", { HOST: "10.0.0.7" }).host).toBe("10.0.0.7");
  });

  it("take a port from 1 to 65535", () => {
    expect(parsePort("8080")).toBe(8080);
    for (const text of ["0", "65536", "80.5", "-1", "3000x"]) expect(() => parsePort(text)).toThrow(/^PORT must be/);
  });
});
