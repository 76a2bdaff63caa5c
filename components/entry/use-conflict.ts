"use client"; // asks the server what is stored when somebody else was first

import { useEffect, useEffectEvent, useState } from "react";
import type { EntryView } from "@/server/loaders/report-views";
import type { Conflict } from "./conflict-panel";
import { fetchStored } from "./draft-client";
import { isSameFilling, type TypedFigures } from "./form-fields";
import type { ReportForm } from "./use-report-form";

interface ConflictState {
  readonly found: Conflict | null;
  readonly resolve: (figures: TypedFigures) => void;
}

/**
 * Notices that the report was changed by somebody else, by the version that the server has or by texts kept from an
 * earlier visit, and goes on from the newer one with the values that are chosen.
 */
export function useConflict(view: EntryView, report: ReportForm): ConflictState {
  const [found, setFound] = useState<Conflict | null>(null);
  const isStale = report.status.type === "refused" && report.status.failure.code === "stale_version";
  const kept = report.kept && !report.kept.isFilledIn ? report.kept.texts : null;
  const { saver, figures } = report;
  const base = Object.fromEntries(view.measures.map(({ measure, typed }) => [measure.id, typed]));

  // Being refused or finding kept texts asks the server, not every letter that is typed after it.
  const ask = useEffectEvent(async (): Promise<Conflict | null> => {
    const answer = await fetchStored(view.unit.id, view.period.id).catch(() => null);
    if (!answer?.ok) return null; // offline: the saver tries again and comes back here
    const { data: stored } = answer;
    const mine = kept?.figures ?? figures;
    if (!isSameFilling(mine, stored.figures)) return { mine, base, stored };
    saver.current?.rebase(stored.version, stored.figures);
    return null;
  });
  useEffect(() => {
    if (isStale || kept) void ask().then(setFound);
  }, [isStale, kept]);

  const resolve = (chosen: TypedFigures) => {
    if (!found) return;
    saver.current?.rebase(found.stored.version, found.stored.figures);
    setFound(null);
    report.fill(chosen);
  };
  return { found, resolve };
}
