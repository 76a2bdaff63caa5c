"use client"; // asks the server what is stored when somebody else was first

import { useRouter } from "next/navigation";
import { useEffect, useEffectEvent, useState } from "react";
import type { EntryView } from "@/server/loaders/report-views";
import type { Conflict } from "./conflict-panel";
import { isSameFilling, type TypedFigures } from "./form-fields";
import { dropKeptReport } from "./kept-reports";
import { fetchStored } from "./report-client";
import { ownerOf, type ReportForm } from "./use-report-form";

interface ConflictState {
  readonly found: Conflict | null;
  readonly resolve: (figures: TypedFigures) => void;
}

const RETRY_MS = 5_000;

/**
 * Notices by the server's refusal that the report was changed by somebody else, in this visit or while this device was
 * offline, and goes on from the newer one with the values that are chosen.
 */
export function useConflict(view: EntryView, report: ReportForm): ConflictState {
  const router = useRouter();
  const [found, setFound] = useState<Conflict | null>(null);
  const isStale = report.status.type === "refused" && report.status.failure.code === "stale_version";
  const { sender, figures: mine } = report;

  const compare = useEffectEvent(async (): Promise<boolean> => {
    const answer = await fetchStored(ownerOf(view)).catch(() => null);
    if (!answer?.ok) return false;
    const { data: stored } = answer;
    if (!isSameFilling(mine, stored.figures)) {
      setFound({ mine, base: sender.current?.base ?? mine, stored });
    } else if (stored.editable) {
      sender.current?.rebase(stored.version, stored.figures);
    } else {
      dropKeptReport(ownerOf(view)); // all of it has arrived, and the report is one to be read
      router.refresh();
    }
    return true;
  });
  useEffect(() => {
    if (isStale) return repeatUntil(() => compare());
  }, [isStale]);

  const resolve = (chosen: TypedFigures) => {
    if (!found) return;
    sender.current?.rebase(found.stored.version, found.stored.figures);
    setFound(null);
    report.fill(chosen);
  };
  return { found, resolve };
}

/** Tries until it succeeds, as the line may be gone again; gives what stops it. */
function repeatUntil(attempt: () => Promise<boolean>): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let stopped = false;
  const run = async () => {
    if (!(await attempt()) && !stopped) timer = setTimeout(() => void run(), RETRY_MS);
  };
  void run();
  return () => {
    stopped = true;
    clearTimeout(timer);
  };
}
