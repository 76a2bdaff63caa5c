// How honest the projection is: how often its 80 % band holds what then came, over simulated terms, in all and by how
// they go. The same figures at every run; a test holds the whole to 75 to 85 %.
import { measureCoverage } from "../support/simulated-terms";

const TERMS = [500, 5_000];

function percentOf(covered: number, terms: number): string {
  return `${((100 * covered) / terms).toFixed(1)} %`;
}

/** Prints the coverage over 500 terms, and over ten times as many for the figures of each way. */
export function main(): Promise<void> {
  for (const count of TERMS) {
    const { terms, covered, groups } = measureCoverage(count);
    process.stdout.write(`${terms} simulated terms: the 80 % band held ${percentOf(covered, terms)}\n`);
    for (const [name, group] of groups) {
      process.stdout.write(`  ${name}: ${percentOf(group.covered, group.terms)} of ${group.terms}\n`);
    }
  }
  return Promise.resolve();
}
