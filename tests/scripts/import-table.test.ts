// Asks ESLint itself, with the repository's own configuration, about one forbidden or allowed line after another.
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { ESLint } from "eslint";
import { afterAll, describe, expect, it } from "vitest";
import { importTable } from "@/scripts/lint/import-table.js";

const IMPORT_RULES = ["import-x/no-restricted-paths", "@typescript-eslint/no-restricted-imports", "import-x/no-cycle"];
const SYNTAX_RULES = ["no-restricted-syntax", "no-restricted-globals"];
const FOLDERS = ["domain", "messages", "db", "reports", "server", "server/actions", "components", "app", "scripts"];

const eslint = new ESLint({
  ruleFilter: ({ ruleId }) => [...IMPORT_RULES, ...SYNTAX_RULES].includes(ruleId),
  overrideConfig: { languageOptions: { parserOptions: { projectService: false } } },
});

/** The rules that refuse this code in a file of this folder. */
async function refusals(folder: string, code: string, file = "probe.ts"): Promise<(string | null)[]> {
  const [result] = await eslint.lintText(code, { filePath: join(folder, file) });
  return result!.messages.map(({ ruleId }) => ruleId);
}

/** A module that exists, of the folder itself before those below it: the resolver follows only what exists. */
function moduleOf(folder: string): string {
  const depth = (path: string) => path.split("/").length;
  const files = readdirSync(folder, { recursive: true, encoding: "utf8" }).sort((a, b) => depth(a) - depth(b));
  const found = files.find((path) => /(?<!\.d)\.tsx?$/.test(path));
  if (!found) throw new Error(`${folder} has no module`);
  return `@/${folder}/${found.replace(/\.tsx?$/, "")}`;
}

function mayImport(layer: string, folder: string): boolean {
  const row = importTable[layer]!;
  return [layer, ...row.from].some((allowed) => folder === allowed || folder.startsWith(`${allowed}/`));
}

describe.each(Object.keys(importTable))("%s", (layer) => {
  it.each(FOLDERS.filter((folder) => mayImport(layer, folder)))("may import from %s", async (folder) => {
    expect(await refusals(layer, `import x from "${moduleOf(folder)}"; x;`)).toEqual([]);
  });

  it.each(FOLDERS.filter((folder) => !mayImport(layer, folder)))("may not import from %s", async (folder) => {
    const module = moduleOf(folder);
    expect(await refusals(layer, `import x from "${module}"; x;`)).toContain("import-x/no-restricted-paths");
    expect(await refusals(layer, `import x from "${module.replace("@/", "../")}"; x;`)).not.toEqual([]);
    expect(await refusals(layer, `import type { X } from "${module}"; export type Y = X;`)).not.toEqual([]);
  });
});

describe("only types of server/loaders reach components", () => {
  const loader = moduleOf("server/loaders");

  it.each([
    `import type { X } from "${loader}"; export type Y = X;`,
    `import { type X } from "${loader}"; export type Y = X;`,
  ])("allows %s", async (code) => {
    expect(await refusals("components", code)).toEqual([]);
  });

  it.each([
    `import { x } from "${loader}"; x;`,
    `import { x } from "${loader.replace("@/", "../../")}"; x;`,
    `export { x } from "${loader}";`,
  ])("refuses %s", async (code) => {
    expect(await refusals("components/targets", code)).toContain("@typescript-eslint/no-restricted-imports");
  });
});

describe("packages", () => {
  it.each(["fraction.js", "zod"])("domain may import %s", async (name) => {
    expect(await refusals("domain", `import * as x from "${name}"; x;`)).toEqual([]);
  });

  it.each(["react", "node:fs", "drizzle-orm", "better-sqlite3", "zod/mini"])(
    "domain may not import %s",
    async (name) => {
      expect(await refusals("domain", `import * as x from "${name}"; x;`)).toContain(
        "@typescript-eslint/no-restricted-imports",
      );
    },
  );

  it("server may import any", async () => {
    expect(await refusals("server", `import { join } from "node:path"; join();`)).toEqual([]);
  });
});

describe("what is closed to every layer", () => {
  it.each(["server", "server/workflows", "app", "components"])("%s may not act as the system", async (folder) => {
    const paths = ["@/server/system-actor", "../server/system-actor", "./system-actor"];
    for (const path of paths) {
      const code = `import { systemActor } from "${path}"; systemActor();`;
      expect(await refusals(folder, code), path).toContain("@typescript-eslint/no-restricted-imports");
    }
  });

  it("scripts may", async () => {
    expect(await refusals("scripts", `import { systemActor } from "@/server/system-actor"; systemActor();`)).toEqual(
      [],
    );
  });

  it.each(["server/auth", "app"])("%s may not mount the account library's addresses", async (folder) => {
    const code = `import { toNextJsHandler } from "better-auth/next-js"; toNextJsHandler();`;
    expect(await refusals(folder, code)).toContain("@typescript-eslint/no-restricted-imports");
  });
});

describe("what must not be written", () => {
  it.each(["new Date()", "Date()", "Date.now()", "Math.random()"])("domain may not call %s", async (call) => {
    expect(await refusals("domain", `export const x = ${call};`)).toEqual(["no-restricted-syntax"]);
  });

  it("domain may read a date that is handed in", async () => {
    expect(await refusals("domain", `export const read = (text) => new Date(text);`)).toEqual([]);
  });

  it("domain may not see the process", async () => {
    expect(await refusals("domain", `export const x = process.env.TZ;`)).toEqual(["no-restricted-globals"]);
  });

  it.each(["server/workflows", "server/auth", "db/queries", "domain"])(
    "%s may not open a library transaction",
    async (folder) => {
      expect(await refusals(folder, `export const x = (db) => db.transaction(() => 1);`)).toEqual([
        "no-restricted-syntax",
      ]);
    },
  );

  it("the store may", async () => {
    expect(await refusals("db", `export const x = (db) => db.transaction(() => 1);`, "store.ts")).toEqual([]);
  });

  it("import.meta.dirname, which Node 20.9 has not, is refused", async () => {
    expect(await refusals("server", `export const x = import.meta.dirname;`)).toEqual(["no-restricted-syntax"]);
  });
});

describe("cycles", () => {
  const folder = mkdtempSync("tests/scripts/cycle-");
  afterAll(() => rmSync(folder, { recursive: true }));

  it("refuses two modules that import each other", async () => {
    const code = `import { b } from "./b"; export const a = () => b;`;
    writeFileSync(join(folder, "a.ts"), code);
    writeFileSync(join(folder, "b.ts"), `import { a } from "./a"; export const b = () => a;`);
    expect(await refusals(folder, code, "a.ts")).toEqual(["import-x/no-cycle"]);
  });
});
