"use client"; // asks the server what is stored when somebody else was first

import { useEffect, useState } from "react";
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

  const compare = (mine: TypedFigures, stored: Conflict["stored"]) => {
    if (isSameFilling(mine, stored.figures)) saver.current?.rebase(stored.version, stored.figures);
    else setFound({ mine, base, stored });
  };

  useEffect(() => {
    if (!isStale && !kept) return;
    let isCurrent = true;
    fetchStored(view.unit.id, view.period.id)
      .then((answer) => {
        if (isCurrent && answer.ok) compare(kept?.figures ?? figures, answer.data);
      })
      .catch(() => undefined); // offline: the saver tries again and comes back here
    return () => {
      isCurrent = false;
    };
    // Only the event of being refused or of finding kept texts asks the server, not every letter typed after it.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [isStale, kept]);

  const resolve = (chosen: TypedFigures) => {
    if (!found) return;
    saver.current?.rebase(found.stored.version, found.stored.figures);
    setFound(null);
    report.fill(chosen);
  };
  return { found, resolve };
}
