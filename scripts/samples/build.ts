import { BUNDLE_FORMAT, type Bundle } from "@/domain/bundle/schema";
import { buildFirstTerm } from "./2015-2020/term";
import { buildLaterTerm } from "./2020-2025/term";
import { formatJson } from "./json";
import { firstUnits, laterUnits, organisation, unitEvents } from "./organisation";

/** A sample file: its path from the root of the repository and its whole text. */
export interface SampleFile {
  readonly path: string;
  readonly text: string;
}

/** The sample bundles, the same text at every run (CALCULATION.md §7). */
export function buildSamples(): readonly SampleFile[] {
  const format = BUNDLE_FORMAT;
  const first: Bundle = { format, organisation, units: firstUnits, unitEvents: [], terms: [buildFirstTerm()] };
  const later: Bundle = { format, organisation, units: laterUnits, unitEvents, terms: [buildLaterTerm()] };
  return [
    { path: "samples/2015-2020.json", text: `${formatJson(first)}\n` },
    { path: "samples/2020-2025.json", text: `${formatJson(later)}\n` },
  ];
}
