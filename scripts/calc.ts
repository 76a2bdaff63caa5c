// npm run -s calc -- FILE.json [--as-of YYYY-MM-DD] [--basis accepted|provisional]: the results of a bundle as JSON.
import { readFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { calculateBundle } from "@/domain/bundle/calculate";
import type { BundleProblem } from "@/domain/bundle/problems";
import { readBundleBytes } from "@/domain/bundle/read";
import { readCalendarDate, type CalendarDate } from "@/domain/dates";
import type { Basis } from "@/domain/figures";
import { createTranslate } from "@/messages/translate";
import { terminalLocale } from "./terminal-locale";

const REFUSED = 2;

/** What the command was asked for. */
interface Request {
  readonly file: string;
  readonly asOf: CalendarDate | null;
  readonly basis: Basis;
}

type CalcMessage = "usage" | "badDate" | "badBasis" | "badArgument";

/** An argument that cannot be followed. */
class BadArgument extends Error {
  readonly key: CalcMessage;
  readonly value: string;

  constructor(key: CalcMessage, value = "") {
    super(key);
    this.key = key;
    this.value = value;
  }
}

function readRequest(args: string[]): Request {
  const options = { "as-of": { type: "string" }, basis: { type: "string" } } as const;
  const { values, positionals } = parsed(() => parseArgs({ args, options, allowPositionals: true }));
  const [file, ...others] = positionals;
  if (file === undefined || others.length > 0) throw new BadArgument("usage");
  const asOf = values["as-of"] === undefined ? null : readCalendarDate(values["as-of"]);
  if (values["as-of"] !== undefined && asOf === null) throw new BadArgument("badDate", values["as-of"]);
  const basis = values.basis ?? "accepted";
  if (basis !== "accepted" && basis !== "provisional") throw new BadArgument("badBasis", basis);
  return { file, asOf, basis };
}

function parsed<T>(parse: () => T): T {
  try {
    return parse();
  } catch (error) {
    throw new BadArgument("badArgument", error instanceof Error ? error.message : "");
  }
}

function readBytes(file: string): Uint8Array | null {
  try {
    return readFileSync(file);
  } catch {
    return null;
  }
}

/** Prints the result, or one line a problem on standard error; gives the exit code. */
export function main(args: string[]): number {
  const translate = createTranslate(terminalLocale());
  const refuse = (lines: readonly string[]) => {
    process.stderr.write(lines.map((line) => `${line.replace(/\p{Cc}/gu, " ")}\n`).join(""));
    return REFUSED;
  };
  const refuseFile = (file: string, problems: readonly BundleProblem[]) =>
    refuse(
      problems.map(({ path, code, values }) => `${path || file}: ${translate(`bundle.problems.${code}`, values)}`),
    );
  try {
    const { file, asOf, basis } = readRequest(args);
    const bytes = readBytes(file);
    if (bytes === null) return refuseFile(file, [{ path: "", code: "unreadable", values: {} }]);
    const reading = readBundleBytes(bytes);
    if (!reading.ok) return refuseFile(file, reading.problems);
    const result = calculateBundle(reading.bundle, asOf, basis);
    process.stdout.write(`${JSON.stringify(result, null, 2)}\n`);
    return 0;
  } catch (error) {
    if (!(error instanceof BadArgument)) throw error;
    return refuse([translate(`bundle.command.${error.key}`, { value: error.value })]);
  }
}
