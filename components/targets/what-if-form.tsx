"use client"; // the answer follows the slider; without script the form asks the server, which answers any number

import { useState } from "react";
import { Button } from "@/components/ui/button";
import { TextField } from "@/components/ui/field";
import type { WhatIfView } from "@/server/loaders/target-what-if";

interface WhatIfFormProps {
  /** Of the page, down to the question. */
  readonly address: string;
  /** What the address of the page holds besides the pace. */
  readonly state: Readonly<Record<string, string>>;
  readonly view: WhatIfView;
  readonly problem: string | null;
  readonly labels: { readonly pace: string; readonly ask: string; readonly slider: string };
}

/** A pace by field or slider, and what comes of it. What stands in the address can be sent. */
export function WhatIfForm({ address, state, view, problem, labels }: WhatIfFormProps) {
  const [typed, setTyped] = useState(view.typed);
  const place = view.positions.findIndex((position) => position.typed === typed.trim());
  const isAsked = typed === view.typed;
  const answer = view.positions[place] ?? (isAsked ? view.answer : null);
  const nearest = place >= 0 ? place : nearestPlace(view.positions, typed);
  return (
    <form method="get" action={address} className="grid grid-cols-1 gap-2">
      {Object.entries(state).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <div className="flex flex-wrap items-end gap-x-4 gap-y-2">
        <TextField
          label={labels.pace}
          name="whatIf"
          inputMode="decimal"
          autoComplete="off"
          className="w-56"
          error={isAsked ? problem : null}
          value={typed}
          onChange={(event) => setTyped(event.target.value)}
        />
        <Button type="submit">{labels.ask}</Button>
        <input
          type="range"
          aria-label={labels.slider}
          aria-valuetext={view.positions[nearest]?.pace}
          className="needs-script h-10 min-w-48 grow accent-on-track"
          min={0}
          max={view.positions.length - 1}
          value={nearest}
          onChange={(event) => {
            const next = view.positions[Number(event.target.value)]?.typed ?? typed;
            setTyped(next);
            keepInAddress(state, next);
          }}
        />
      </div>
      <p role="status" className="min-h-6 font-semibold">
        {answer?.sentence}
      </p>
    </form>
  );
}

/** A slider has to stand somewhere: at the last position that is not above what was typed. */
function nearestPlace(positions: WhatIfView["positions"], typed: string): number {
  const valueOf = (text: string) => Number(text.replace(",", "."));
  return Math.max(
    0,
    positions.findLastIndex((position) => valueOf(position.typed) <= valueOf(typed)),
  );
}

/** The same address that the form would ask for, without asking. */
function keepInAddress(state: Readonly<Record<string, string>>, whatIf: string) {
  const query = new URLSearchParams({ ...state, whatIf });
  window.history.replaceState(null, "", `?${query.toString()}${window.location.hash}`);
}
