import type { Tone } from "@/components/charts/tone";
import type { Status } from "@/domain/statuses";

/** The colour that helps to find a status; shape and word say it. */
export const STATUS_TONE: Record<Status, Tone> = {
  met: "met",
  exceeded: "met",
  reached: "met",
  on_track: "on-track",
  at_risk: "attention",
  behind: "behind",
  not_met: "behind",
  out_of_reach: "behind",
  no_data: "none",
  no_plan: "none",
};
