"use client"; // joins the form's own fields with saving in the background

import { useEffect, useEffectEvent, useRef, useState, type RefObject } from "react";
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

  const read = () => {
    if (!form.current) return;
    const now = readReportForm(new FormData(form.current), Object.keys(initial));
    setFigures(now);
    saver.current?.offer(now);
  };

  const fill = (texts: TypedFigures) => {
    if (form.current) fillForm(form.current, texts);
    read();
  };

  /** The version that the fields were filled from, once: a newer one on the server must meet them as a conflict. */
  const start = useEffectEvent(() => {
    const { version } = view;
    const owner = { accountId: view.accountId, unitId: view.unit.id, periodId: view.period.id };
    const made = new DraftSaver(version, initial, {
      send: (draft) => sendDraft({ ...draft, unitId: owner.unitId, periodId: owner.periodId }),
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
      if (isFilledIn) return fill(found.figures);
    }
    read(); // what was typed before this script ran stands in the fields already
  });

  useEffect(() => {
    const starting = setTimeout(() => start()); // once the page stands: texts of an earlier visit may fill it anew
    const stopSaving = saveWhenLeaving(saver);
    return () => {
      clearTimeout(starting);
      stopSaving();
      saver.current?.stop();
    };
  }, []);

  return { figures, status, kept, saver, read, fill };
}

/** Saves when the page is hidden (left, closed, another app on a phone) and when the network is back. */
function saveWhenLeaving(saver: RefObject<DraftSaver | null>): () => void {
  const save = () => void saver.current?.flush();
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
