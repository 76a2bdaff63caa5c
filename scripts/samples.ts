// npm run samples: writes the sample bundles into samples/, the same bytes at every run.
import { writeFileSync } from "node:fs";
import { buildSamples } from "./samples/build";

/** Writes the files below the current folder, the root of the repository, and names them. */
export function main(): void {
  for (const { path, text } of buildSamples()) {
    writeFileSync(path, text);
    console.log(path);
  }
}
