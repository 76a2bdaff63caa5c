"use client"; // copying and saving happen in the browser

import { useState } from "react";
import { copyText } from "@/components/ui/copy-text";
import { tableText } from "./table-text";

/** The words of the tools; they come from the server with the chart. */
export interface ChartToolWords {
  readonly copy: string;
  readonly svg: string;
  readonly png: string;
  readonly copied: string;
  readonly saved: string;
  readonly failed: string;
}

interface ChartToolsProps {
  readonly words: ChartToolWords;
  /** Names the files, without an ending: `chi-tieu-4-dien-bien`. */
  readonly fileName: string;
  /** Of what holds the table where it is not part of the figure. */
  readonly tableId?: string | undefined;
}

/** Copies the table of the chart that they stand in, and saves its drawing as an image. */
export function ChartTools({ words, fileName, tableId }: ChartToolsProps) {
  const [said, setSaid] = useState("");
  const copy = async (button: HTMLElement) => {
    const place = tableId ? document.getElementById(tableId) : button.closest("figure");
    const table = place?.querySelector("table");
    setSaid(table && (await copyText(tableText(table))) ? words.copied : words.failed);
  };
  const save = async (button: HTMLElement, format: "svg" | "png") => {
    const drawing = button.closest("figure")?.querySelector<HTMLElement>("[data-drawing]");
    if (!drawing) return;
    try {
      const { saveDrawing } = await import("./drawing-file");
      await saveDrawing(drawing, { fileName, format });
      setSaid(words.saved);
    } catch {
      setSaid(words.failed);
    }
  };
  return (
    <div className="screen-only needs-script flex flex-wrap items-center gap-x-4 text-small text-quiet">
      <Tool onPress={copy}>{words.copy}</Tool>
      <Tool onPress={(button) => save(button, "png")}>{words.png}</Tool>
      <Tool onPress={(button) => save(button, "svg")}>{words.svg}</Tool>
      <span role="status">{said}</span>
    </div>
  );
}

interface ToolProps {
  readonly onPress: (button: HTMLElement) => Promise<void>;
  readonly children: string;
}

function Tool({ onPress, children }: ToolProps) {
  return (
    <button
      type="button"
      className="py-1 underline hover:text-ink"
      onClick={(event) => void onPress(event.currentTarget)}
    >
      {children}
    </button>
  );
}
