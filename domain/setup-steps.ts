// Where the setting up of an organisation and its term stands, and what comes next.
import type { StartGaps } from "./term-closing";
import type { TermState } from "./terms";

/** The steps of a first set-up, in the order in which they are taken. */
export const SETUP_STEPS = [
  "organisation",
  "units",
  "term",
  "targets",
  "plans",
  "periods",
  "tasks",
  "accounts",
  "start",
] as const;

export type SetupStepKey = (typeof SETUP_STEPS)[number];

/** `waiting`: a step before it comes first. */
export type SetupStatus = "done" | "partial" | "todo" | "waiting";

export interface SetupStep {
  readonly key: SetupStepKey;
  readonly status: SetupStatus;
  /** What is there, and what of it still lacks something. */
  readonly count: number;
  readonly open: number;
}

/** The term that is being set up or carried out. */
export interface SetupTerm {
  readonly state: TermState;
  readonly gaps: StartGaps;
  readonly targets: number;
  readonly measures: number;
  readonly dueRules: number;
  readonly tasks: number;
}

export interface SetupFacts {
  /** How many of the organisation's particulars are filled in, of how many. */
  readonly organisation: { readonly filled: number; readonly of: number };
  readonly cells: number;
  readonly accounts: number;
  /** Null before the first term. */
  readonly term: SetupTerm | null;
}

type Standing = Omit<SetupStep, "key">;

const found = (count: number, open: number): Standing => ({
  status: count === 0 ? "todo" : open === 0 ? "done" : "partial",
  count,
  open,
});

const WAITING: Standing = { status: "waiting", count: 0, open: 0 };

/** Every step with where it stands. */
export function listSetupSteps(facts: SetupFacts): readonly SetupStep[] {
  return SETUP_STEPS.map((key) => ({ key, ...standingOf(key, facts) }));
}

function standingOf(key: SetupStepKey, { organisation, cells, accounts, term }: SetupFacts): Standing {
  switch (key) {
    case "organisation":
      return found(organisation.filled, organisation.of - organisation.filled);
    case "units":
      return found(cells, 0);
    case "term":
      return term ? found(1, 0) : found(0, 0);
    default:
      return term ? standingInTerm(key, term, { cells, accounts }) : WAITING;
  }
}

function standingInTerm(
  key: Exclude<SetupStepKey, "organisation" | "units" | "term">,
  { state, gaps, targets, measures, dueRules, tasks }: SetupTerm,
  { cells, accounts }: Pick<SetupFacts, "cells" | "accounts">,
): Standing {
  switch (key) {
    case "targets":
      return found(targets, gaps.targetsWithoutMeasure.length + gaps.measuresWithoutUnits.length);
    case "plans":
      if (measures === 0) return WAITING;
      return found(
        measures - gaps.measuresWithoutPlan.length,
        new Set([...gaps.measuresWithoutPlan, ...gaps.assumedPlans]).size,
      );
    case "periods":
      return found(dueRules, 0);
    case "tasks":
      return found(tasks, gaps.tasksWithoutLead.length);
    case "accounts":
      return cells === 0 ? WAITING : found(accounts, gaps.cellsWithoutSecretary.length);
    case "start":
      if (state === "draft" && targets === 0) return WAITING;
      return found(state === "draft" ? 0 : 1, 0);
  }
}

/** The first step that is not done; null when all are. */
export function nextSetupStep(steps: readonly SetupStep[]): SetupStep | null {
  return steps.find(({ status }) => status !== "done") ?? null;
}
