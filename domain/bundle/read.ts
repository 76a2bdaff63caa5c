// A bundle is read whole or refused whole, with every problem at its path (CALCULATION.md §7).
import type * as z from "zod";
import { checkTerms } from "./check-terms";
import { checkUnits } from "./check-units";
import { checkPlainJson, withoutNotes } from "./plain-json";
import { isBundleProblemCode, ProblemList, type BundleProblem, type BundleProblemCode } from "./problems";
import { bundleSchema, type Bundle } from "./schema";

export type BundleReading =
  { readonly ok: true; readonly bundle: Bundle } | { readonly ok: false; readonly problems: readonly BundleProblem[] };

type Issue = z.core.$ZodIssue;
type Json = unknown;

function valueAt(json: Json, path: readonly PropertyKey[]): Json {
  return path.reduce<Json>(
    (value, key) =>
      value !== null && typeof value === "object" ? (value as Readonly<Record<PropertyKey, Json>>)[key] : undefined,
    json,
  );
}

function codeOf(issue: Issue, value: Json): BundleProblemCode {
  if (value === undefined) return "missing";
  switch (issue.code) {
    case "custom":
      return isBundleProblemCode(issue.message) ? issue.message : "wrong_type";
    case "invalid_value":
      return "unknown_value";
    case "too_small":
    case "too_big":
      return "out_of_range";
    default:
      return "wrong_type";
  }
}

/** Of a value that may take two shapes, the faults of the shape that it has. */
function issuesOfShape(issue: Issue & { code: "invalid_union" }): readonly Issue[] | null {
  const isOfShape = (issues: readonly Issue[]) =>
    !issues.some(({ code, path }) => code === "invalid_type" && path.length === 0);
  return issue.errors.find(isOfShape) ?? null;
}

function shown(value: Json): string {
  const text = typeof value === "string" ? value : (JSON.stringify(value) ?? "");
  return text.length > 60 ? `${text.slice(0, 60)}…` : text;
}

function addIssue(json: Json, issue: Issue, at: readonly PropertyKey[], problems: ProblemList): void {
  const path = [...at, ...issue.path];
  if (issue.code === "unrecognized_keys") {
    for (const key of issue.keys) problems.add([...path, key], "unknown_key", { key });
    return;
  }
  const ofShape = issue.code === "invalid_union" ? issuesOfShape(issue) : null;
  if (ofShape !== null) {
    for (const inner of ofShape) addIssue(json, inner, path, problems);
    return;
  }
  const value = valueAt(json, path);
  problems.add(path, codeOf(issue, value), { value: shown(value) });
}

/**
 * Reads parsed JSON as a bundle: first the shape of every value, then, if that is right, what must hold between
 * them. All problems are listed; nothing is half-read.
 */
export function readBundle(json: unknown): BundleReading {
  const problems = new ProblemList();
  checkPlainJson(json, problems);
  if (problems.problems.length > 0) return { ok: false, problems: problems.problems };
  const plain = withoutNotes(json);
  const parsed = bundleSchema.safeParse(plain);
  if (!parsed.success) {
    for (const issue of parsed.error.issues) addIssue(plain, issue, [], problems);
    return { ok: false, problems: problems.problems };
  }
  const unitIds = checkUnits(parsed.data, problems);
  checkTerms(parsed.data, unitIds, problems);
  return problems.problems.length > 0 ? { ok: false, problems: problems.problems } : { ok: true, bundle: parsed.data };
}

const NOT_JSON: BundleReading = { ok: false, problems: [{ path: "", code: "not_json", values: {} }] };

/** Reads the text of a file as a bundle; text that is no JSON is one problem at the file itself. */
export function readBundleText(text: string): BundleReading {
  let json: unknown;
  try {
    json = JSON.parse(text.replace(/^\uFEFF/, ""));
  } catch {
    return NOT_JSON;
  }
  return readBundle(json);
}

/** Reads a file's bytes as a bundle. JSON is UTF-8: in any other encoding names would be read with lost letters. */
export function readBundleBytes(bytes: Uint8Array): BundleReading {
  let text: string;
  try {
    text = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return NOT_JSON;
  }
  return readBundleText(text);
}
