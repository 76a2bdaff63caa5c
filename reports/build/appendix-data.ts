/** What Appendix 1 is made of, whoever supplies it: the database's totals or a bundle. */
import type { TermAchievement } from "@/domain/achievements";
import type { Measure, Provenance } from "@/domain/measures";
import type { Published } from "@/domain/published";
import type { AppendixExplanation } from "./appendix-explanations";
import type { Term } from "@/domain/terms";

/** Who issues and signs; what an installation has not filled in is null and prints as a gap. */
export interface ReportOrganisation {
  readonly name: string | null;
  readonly superior: string | null;
  readonly place: string | null;
  /** Short name of the issuing body in a document's number: `ĐU`. */
  readonly bodyCode: string | null;
  readonly signatory: {
    readonly onBehalfOf: string | null;
    readonly title: string | null;
    readonly name: string | null;
  };
}

export interface AppendixMeasure {
  readonly definition: Measure;
  readonly name: string;
  readonly unitLabel: string | null;
  readonly planProvenance: Provenance;
  /** What was once announced; a difference from the computed result is told, never forced away. */
  readonly published: Published | null;
  /** Figures of its cells are not shown to others. */
  readonly sensitive: boolean;
}

export interface AppendixTarget {
  readonly id: string;
  readonly position: number;
  readonly name: string;
  readonly provenance: Provenance;
  readonly measures: readonly AppendixMeasure[];
}

export interface AppendixData {
  readonly organisation: ReportOrganisation;
  readonly term: Term;
  /** In the resolution's order. */
  readonly targets: readonly AppendixTarget[];
  /** Result of the same targets and measures, by their ids; carries the as-of date and the basis. */
  readonly achievement: TermAchievement;
  /** Whether figures of the term are invented for illustration. */
  readonly illustrative: boolean;
  readonly explanations: readonly AppendixExplanation[];
}
