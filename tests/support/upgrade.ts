// A newer version of the product without the minute that a build takes: newer sources, whose build is a copy of this
// one in which everything that a build names anew has another name.
import {
  appendFileSync,
  cpSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { execFileSync } from "node:child_process";
import { join, parse } from "node:path";
import { builtFolder, cloneSources } from "./clone";

const TEXTS = /\.(?:js|json|css|html|rsc|meta|body)$/;
/** Whatever may be a name that a build makes: an id of an action, a file's, the build's own, or that of its worker. */
const NAME = /[\w-]{13,}/g;

export interface NewerVersion {
  /** The folder to start it in. */
  readonly folder: string;
  remove(): void;
}

/** Makes the newer version: no server action, static file or page data of this build is known there by its name. */
export function makeNewerVersion(): NewerVersion {
  const folder = cloneSources();
  appendFileSync(join(folder, "instrumentation.ts"), "\n// A newer version.\n");
  const build = join(folder, "dist", hashOf(folder));
  cpSync(builtFolder(), build, { recursive: true, verbatimSymlinks: true });
  renameAll(join(build, ".next"));
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true }) };
}

/** The name under which the launcher of a clone looks for its build. */
function hashOf(clone: string): string {
  const script = 'import("./scripts/launch/sources.mjs").then(({ sourceHash }) => console.log(sourceHash()))';
  return execFileSync(process.execPath, ["-e", script], { cwd: clone, encoding: "utf8" }).trim();
}

function renameAll(next: string): void {
  const names = new Set(namesOf(next));
  const rename = (text: string) => text.replace(NAME, (word) => (names.has(word) ? renamed(word) : word));
  for (const path of readdirSync(next, { recursive: true, encoding: "utf8" })) {
    const file = join(next, path);
    if (path.startsWith("node_modules") || !statSync(file).isFile()) continue;
    if (TEXTS.test(path) || path === "BUILD_ID") writeFileSync(file, rename(readFileSync(file, "utf8")));
  }
  for (const folder of ["static", "static/chunks"].map((path) => join(next, path))) {
    for (const name of readdirSync(folder)) renameSync(join(folder, name), join(folder, rename(name)));
  }
}

/** Every name that the build at a folder has made up. */
function namesOf(next: string): string[] {
  const read = (path: string) => readFileSync(join(next, path), "utf8");
  const { node, edge } = JSON.parse(read("server/server-reference-manifest.json")) as Record<"node" | "edge", object>;
  const [, worker = ""] = /BUILD = "([\w-]+)"/.exec(read("server/app/service-worker.js.body")) ?? [];
  const files = readdirSync(join(next, "static/chunks")).map((file) => parse(file).name);
  return [...Object.keys(node), ...Object.keys(edge), ...files, worker, read("BUILD_ID").trim()];
}

/** Another name of the same length; what an action's id says of its arguments stands in the first two letters. */
function renamed(name: string): string {
  return name.slice(0, 2) + [...name.slice(2)].reverse().join("");
}
