"use client"; // joins the form's own fields with saving in the background

import { useCallback, useEffect, useRef, useState, type RefObject } from "react";
import { readReportForm } from "@/domain/inputs/report-form";
import type { EntryView } from "@/server/loaders/report-views";
import { sendDraft } from "./draft-client";
import { DraftSaver, type DraftStatus } from "./draft-saver";
import { fillForm, isSameFilling, type TypedFigures } from "./form-fields";
import { dropKeptTexts, findKeptTexts, keepTexts, type KeptTexts } from "./kept-texts";

export interface ReportForm {
  /** What the fields hold now. */
  readonly figures: TypedFigures;
  readonly status: DraftStatus;
  /** Texts of an earlier visit that the server has not: filled in again, or to be compared when the report moved on. */
  readonly kept: { readonly texts: KeptTexts; readonly isFilledIn: boolean } | null;
  readonly saver: RefObject<DraftSaver | null>;
  /** Reads the fields again after something was typed. */
  readonly read: () => void;
  /** Fills the fields as if it had been typed. */
  readonly fill: (figures: TypedFigures) => void;
}

/** The state of a report's form. Its fields keep their own texts: what was typed before this runs is not lost. */
export function useReportForm(view: EntryView, form: RefObject<HTMLFormElement | null>): ReportForm {
  const [initial] = useState<TypedFigures>(() =>
    Object.fromEntries(view.measures.map(({ measure, typed }) => [measure.id, typed])),
  );
  const [figures, setFigures] = useState(initial);
  const [status, setStatus] = useState<DraftStatus>({ type: "clean" });
  const [kept, setKept] = useState<ReportForm["kept"]>(null);
  const saver = useRef<DraftSaver | null>(null);

  const read = useCallback(() => {
    if (!form.current) return;
    const now = readReportForm(new FormData(form.current), Object.keys(initial));
    setFigures(now);
    saver.current?.offer(now);
  }, [form, initial]);

  const fill = useCallback(
    (texts: TypedFigures) => {
      if (form.current) fillForm(form.current, texts);
      read();
    },
    [form, read],
  );

  const { accountId, version } = view;
  const unitId = view.unit.id;
  const periodId = view.period.id;
  useEffect(() => {
    const owner = { accountId, unitId, periodId };
    const made = new DraftSaver(version, initial, {
      send: (draft) => sendDraft({ ...draft, unitId, periodId }),
      keep: (texts, on) => keepTexts(owner, { figures: texts, version: on, at: new Date().toISOString() }),
      forget: () => dropKeptTexts(owner),
      onStatus: setStatus,
    });
    saver.current = made;
    const found = findKeptTexts(owner);
    if (found && isSameFilling(found.figures, initial)) dropKeptTexts(owner);
    else if (found) {
      const isFilledIn = found.version === version;
      setKept({ texts: found, isFilledIn });
      if (isFilledIn) fill(found.figures);
    }
    read();
    const stop = saveWhenLeaving(made);
    return () => {
      stop();
      made.stop();
    };
    // The report's own page is made anew for another report or version: see the key in entry-form.
  }, [accountId, unitId, periodId, version, initial, fill, read]);

  return { figures, status, kept, saver, read, fill };
}

/** Saves when the page is hidden (left, closed, another app on a phone) and when the network is back. */
function saveWhenLeaving(saver: DraftSaver): () => void {
  const save = () => void saver.flush();
  const saveHidden = () => {
    if (document.visibilityState === "hidden") save();
  };
  document.addEventListener("visibilitychange", saveHidden);
  window.addEventListener("online", save);
  return () => {
    document.removeEventListener("visibilitychange", saveHidden);
    window.removeEventListener("online", save);
  };
}
