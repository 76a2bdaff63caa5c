import { readFileSync } from "node:fs";
import { calculateBundle } from "@/domain/bundle/calculate";
import { readBundleText } from "@/domain/bundle/read";
import { asCalendarDate } from "@/domain/dates";
import type { Basis } from "@/domain/figures";

export type SampleName = "2015-2020" | "2020-2025";

/** The bundle of a sample file as it ships. */
export function readSample(name: SampleName) {
  const reading = readBundleText(readFileSync(`samples/${name}.json`, "utf8"));
  if (!reading.ok) throw new Error(JSON.stringify(reading.problems));
  const [term] = reading.bundle.terms;
  return { bundle: reading.bundle, term: term! };
}

/** What `calc` says of a sample's term; without a date at its last day. */
export function calculateSample(name: SampleName, asOf: string | null = null, basis: Basis = "accepted") {
  const date = asOf === null ? null : asCalendarDate(asOf);
  const [term] = calculateBundle(readSample(name).bundle, date, basis).terms;
  const measures = new Map(term!.targets.flatMap((target) => target.measures.map((measure) => [measure.id, measure])));
  return { ...term!, measure: (id: string) => measures.get(id)! };
}
