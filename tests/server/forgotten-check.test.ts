// Compiles workflows in which the check was forgotten, with the project's own options, and sees each refused.
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import ts from "typescript";
import { beforeAll, describe, expect, it } from "vitest";

const root = fileURLToPath(new URL("../..", import.meta.url));

const header = `
  import { authorize, permit, type Authorized, type Permitted } from "@/domain/permissions";
  import type { Actor } from "@/domain/roles";
  import type { CalendarDate } from "@/domain/dates";
  import type { NewAccount } from "@/domain/inputs/accounts";
  import type { Store } from "@/db/store";
  import { createAccount } from "@/server/workflows/accounts";

  interface Report { readonly id: string; readonly unitId: string; readonly state: string }
  declare const store: Store;
  declare const account: NewAccount;
  declare const person: Actor;
  declare const today: CalendarDate;
  declare const stored: Report;
  declare function accept(actor: Authorized<"submissions.accept">, report: Report): void;
  declare function saveAccepted(report: Permitted<"submissions.accept", Report>): void;
  const office = authorize(person, "submissions.accept", today);
  const secretary = authorize(person, "figures.enter", today);
`;

/** Each forgotten check, and the part of the compiler's answer that names it. */
const forgotten: Record<string, { readonly code: string; readonly refusal: RegExp }> = {
  "a person instead of a checked actor": {
    code: `accept(person, stored);`,
    refusal: /'Actor' is not assignable to .*'Authorized<"submissions.accept">'/,
  },
  "a person given to a real workflow": {
    code: `void createAccount(store, person, account);`,
    refusal: /'Actor' is not assignable to .*'Authorized<"accounts.manage">'/,
  },
  "an actor checked for another permission": {
    code: `accept(secretary, stored);`,
    refusal: /'"figures.enter"' is not assignable to type '"submissions.accept"'/,
  },
  "an actor with the fields of a checked one, made by hand": {
    code: `accept({ ...person, permission: "submissions.accept", on: today }, stored);`,
    refusal: /is not assignable to .*'Authorized<"submissions.accept">'/,
  },
  "a stored row that was not checked": {
    code: `saveAccepted(stored);`,
    refusal: /'Report' is not assignable to .*'Permitted<"submissions.accept", Report>'/,
  },
  "a row checked for another permission": {
    code: `saveAccepted(permit(secretary, stored));`,
    refusal: /'"figures.enter"' is not assignable to type '"submissions.accept"'/,
  },
  "a changed copy of a checked row": {
    code: `saveAccepted({ ...permit(office, stored), unitId: "another" });`,
    refusal: /is not assignable to .*'Permitted<"submissions.accept", Report>'/,
  },
};

const checked = `accept(office, stored); saveAccepted(permit(office, stored)); void createAccount(store, authorize(person, "accounts.manage", today), account);`;

const sources = new Map<string, string>([
  [fileOf("checked"), header + checked],
  ...Object.entries(forgotten).map(([name, { code }]): [string, string] => [fileOf(name), header + code]),
]);

function fileOf(name: string): string {
  return join(root, "tests", "server", `compiled ${name}.ts`);
}

let program: ts.Program;

beforeAll(() => {
  const { config } = ts.readConfigFile(join(root, "tsconfig.json"), (path) => ts.sys.readFile(path)) as {
    config: object;
  };
  const { options } = ts.parseJsonConfigFileContent({ ...config, include: [], files: [] }, ts.sys, root);
  const host = ts.createCompilerHost({ ...options, incremental: false });
  const read = host.readFile.bind(host);
  const exists = host.fileExists.bind(host);
  host.readFile = (file) => sources.get(file) ?? read(file);
  host.fileExists = (file) => sources.has(file) || exists(file);
  program = ts.createProgram([...sources.keys()], { ...options, incremental: false }, host);
}, 120_000);

function complaints(name: string): string[] {
  const file = program.getSourceFile(fileOf(name));
  if (!file) throw new Error(`not compiled: ${name}`);
  const found = [...program.getSyntacticDiagnostics(file), ...program.getSemanticDiagnostics(file)];
  return found.map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, "\n"));
}

describe("a forgotten permission check does not compile", () => {
  it("compiles when every check is made", () => {
    expect(complaints("checked")).toEqual([]);
  }, 120_000);

  it.each(Object.entries(forgotten))("refuses %s", (name, { refusal }) => {
    const found = complaints(name);
    expect(found).toHaveLength(1);
    expect(found[0]).toMatch(refusal);
  });
});
