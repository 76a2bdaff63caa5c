import { parseArgs } from "node:util";
import { readCalendarDate, type CalendarDate } from "@/domain/dates";
import type { Basis } from "@/domain/figures";
import type { Locale } from "@/messages/translate";
import type { ProfileId } from "@/reports/profiles/profile";

export type ReportFormat = "xlsx" | "docx";

/** What the command was asked for. */
export interface ReportRequest {
  readonly file: string;
  readonly format: ReportFormat;
  readonly out: string;
  /** Null: the file's only term. */
  readonly termId: string | null;
  /** Null: the term's last day. */
  readonly asOf: CalendarDate | null;
  readonly basis: Basis;
  readonly profile: ProfileId;
  readonly locale: Locale;
}

export type RefusalKey =
  "usage" | "badArgument" | "badDate" | "badChoice" | "missing" | "unreadable" | "unwritable" | "noTerm" | "termNeeded";

/** What cannot be done, with the values of its sentence (`reports.command.<key>`). */
export class Refusal extends Error {
  readonly key: RefusalKey;
  readonly values: Readonly<Record<string, string>>;

  constructor(key: RefusalKey, values: Readonly<Record<string, string>> = {}) {
    super(key);
    this.key = key;
    this.values = values;
  }
}

const OPTIONS = {
  report: { type: "string" },
  format: { type: "string" },
  out: { type: "string" },
  term: { type: "string" },
  "as-of": { type: "string" },
  basis: { type: "string", default: "accepted" },
  profile: { type: "string", default: "hd05" },
  lang: { type: "string", default: "vi" },
} as const;

/** Reads the arguments. Throws Refusal for what cannot be followed. */
export function readRequest(args: readonly string[]): ReportRequest {
  const { values, positionals } = parseOrRefuse(args);
  const [file, ...others] = positionals;
  if (file === undefined || others.length > 0) throw new Refusal("usage");
  choose("--report", needed("--report", values.report), ["appendix"]);
  return {
    file,
    format: choose("--format", needed("--format", values.format), ["xlsx", "docx"]),
    out: needed("--out", values.out),
    termId: values.term ?? null,
    asOf: readAsOf(values["as-of"]),
    basis: choose("--basis", values.basis, ["accepted", "provisional"]),
    profile: choose("--profile", values.profile, ["hd05", "hd36", "nd30"]),
    locale: choose("--lang", values.lang, ["vi", "en"]),
  };
}

/** The value as one of the choices. Throws Refusal when it is none. */
export function choose<Choice extends string>(option: string, value: string, choices: readonly Choice[]): Choice {
  const chosen = choices.find((choice) => choice === value);
  if (chosen === undefined) throw new Refusal("badChoice", { option, value, choices: choices.join(", ") });
  return chosen;
}

function parseOrRefuse(args: readonly string[]) {
  try {
    return parseArgs({ args: [...args], options: OPTIONS, allowPositionals: true });
  } catch (error) {
    throw new Refusal("badArgument", { value: error instanceof Error ? error.message : "" });
  }
}

function needed(option: string, value: string | undefined): string {
  if (value === undefined || value === "") throw new Refusal("missing", { option });
  return value;
}

function readAsOf(text: string | undefined): CalendarDate | null {
  if (text === undefined) return null;
  const date = readCalendarDate(text);
  if (date === null) throw new Refusal("badDate", { value: text });
  return date;
}
