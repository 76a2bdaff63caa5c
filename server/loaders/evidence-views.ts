/** A file beside a figure or an answer. */
export interface EvidenceFileView {
  readonly id: string;
  readonly name: string;
  /** What it is by its content, as the ending of its name. */
  readonly ending: string;
  /** In bytes. */
  readonly size: number;
  /** UTC. */
  readonly attachedAt: string;
  /** Null for an account that is not known any more. */
  readonly attachedBy: string | null;
  /** It was sent and taken away since: shown to those alone who inspect. UTC. */
  readonly removedAt: string | null;
  readonly removedBy: string | null;
}

/** What a file is attached to. */
export type EvidenceOwner =
  | { readonly type: "figure"; readonly unitId: string; readonly periodId: string; readonly measureId: string }
  | { readonly type: "answer"; readonly explanationId: string };

/** The files beside one figure or answer. */
export interface EvidenceView {
  readonly owner: EvidenceOwner;
  /** Who looks: files are sent for this account alone. */
  readonly accountId: string;
  readonly files: readonly EvidenceFileView[];
  /** Files may be taken away, and attached where they are taken at all. */
  readonly isOpen: boolean;
  /** The largest file that is taken, in millions of bytes; null where none are. */
  readonly megabytes: number | null;
}
