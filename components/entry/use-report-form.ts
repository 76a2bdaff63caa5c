"use client"; // joins the form's own fields with saving in the background

import { useEffect, useEffectEvent, useRef, useState, type RefObject } from "react";
import { fieldName, readReportForm } from "@/domain/inputs/report-form";
import type { EntryView } from "@/server/loaders/report-views";
import {
  differingFields,
  fillForm,
  isSameFilling,
  takeFields,
  type DifferingField,
  type TypedFigures,
} from "./form-fields";
import { dropKeptReport, findKeptReport, keepReport, watchKeptReport, type KeptReport } from "./kept-reports";
import { sendReport } from "./report-client";
import { openReport } from "./report-locks";
import { isUnsaved, ReportSender, type DraftStatus, type SenderState } from "./report-sender";

export interface ReportForm {
  /** What the fields hold now. */
  readonly figures: TypedFigures;
  readonly status: DraftStatus;
  /** This device keeps what is typed; false in a browser that keeps nothing. */
  readonly isKept: boolean;
  /** When the texts of an earlier visit were typed that the server had not; null without any. */
  readonly restored: string | null;
  readonly sender: RefObject<ReportSender | null>;
  /** Reads the fields again after something was typed. */
  readonly read: () => void;
  /** Fills the fields as if it had been typed. */
  readonly fill: (figures: TypedFigures) => void;
}

/** The state of a report's form. Its fields keep their own texts: what was typed before this runs is not lost. */
export function useReportForm(view: EntryView, address: string, form: RefObject<HTMLFormElement | null>): ReportForm {
  const [initial] = useState<TypedFigures>(() =>
    Object.fromEntries(view.measures.map(({ measure, typed }) => [measure.id, typed])),
  );
  const [figures, setFigures] = useState(initial);
  const [status, setStatus] = useState<DraftStatus>({ type: "clean" });
  const [isKept, setKept] = useState(true);
  const [restored, setRestored] = useState<string | null>(null);
  const sender = useRef<ReportSender | null>(null);
  const close = useRef<() => void>(() => undefined);

  const read = () => {
    if (!form.current) return;
    const now = readReportForm(new FormData(form.current), Object.keys(initial));
    setFigures(now);
    sender.current?.offer(now);
  };

  const fill = (texts: TypedFigures) => {
    if (form.current) fillForm(form.current, texts);
    read();
  };

  /**
   * Goes on from what this device keeps, where the server lacks some of it or the page is an older copy; else from the
   * page. Whether somebody else was first is the server's to say: the kept texts are sent on the version they know.
   */
  const start = useEffectEvent(() => {
    const owner = ownerOf(view);
    const kept = findKeptReport(owner);
    const known = kept !== null && (isUnsaved(kept) || kept.version > view.version) ? kept : null;
    const state: SenderState = known ?? stateOf(view, initial);
    const made = new ReportSender(state, {
      send: (request) => sendReport(owner, request),
      keep: (now, refused) => setKept(keepReport(owner, { ...now, refused, heading: headingOf(view, address) })),
      forget: () => dropKeptReport(owner),
      onStatus: setStatus,
    });
    sender.current = made;
    close.current = openReport(owner, made);
    if (known === null) {
      dropKeptReport(owner);
      return read(); // what was typed before this script ran stands in the fields already
    }
    fill(known.figures);
    if (!isUnsaved(known)) return;
    setRestored(known.typedAt);
    void made.flush();
  });

  /** What is typed into the same report in another page of this browser appears here, but never under the hand. */
  const follow = useEffectEvent((now: KeptReport, before: KeptReport | null) => {
    const changed = differingFields(now.figures, before?.figures ?? now.base);
    const merged = takeFields(figures, now.figures, changed.filter(isNotTypedIn));
    if (!isSameFilling(merged, figures)) fill(merged);
    sender.current?.learn(now.version, now.base);
  });

  const watch = useEffectEvent(() => watchKeptReport(ownerOf(view), (now, before) => follow(now, before)));

  useEffect(() => {
    const stopWatching = watch();
    const starting = setTimeout(() => start()); // once the page stands: texts of an earlier visit may fill it anew
    const stopSending = sendWhenPossible(sender);
    return () => {
      clearTimeout(starting);
      stopSending();
      stopWatching();
      sender.current?.stop();
      void sender.current?.resume().finally(() => close.current());
    };
  }, []);

  return { figures, status, isKept, restored, sender, read, fill };
}

function isNotTypedIn({ measureId, field }: DifferingField): boolean {
  const { activeElement } = document;
  const name = activeElement instanceof HTMLElement ? activeElement.getAttribute("name") : null;
  return !document.hasFocus() || name !== fieldName(measureId, field);
}

/** Whose report a page shows, as this device keeps it. */
export function ownerOf({ accountId, unit, period }: Pick<EntryView, "accountId" | "unit" | "period">) {
  return { accountId, unitId: unit.id, periodId: period.id };
}

function stateOf({ version }: EntryView, figures: TypedFigures): SenderState {
  return { figures, base: figures, version, typedAt: new Date().toISOString(), unanswered: null, submitting: false };
}

function headingOf({ period, unit }: EntryView, address: string): KeptReport["heading"] {
  return { period: period.title, unit: unit.name, address };
}

/** Sends when the page is hidden (left, closed, another app on a phone), looked at again, and when the network is back. */
function sendWhenPossible(sender: RefObject<ReportSender | null>): () => void {
  const send = () => void sender.current?.resume();
  document.addEventListener("visibilitychange", send);
  window.addEventListener("online", send);
  return () => {
    document.removeEventListener("visibilitychange", send);
    window.removeEventListener("online", send);
  };
}
