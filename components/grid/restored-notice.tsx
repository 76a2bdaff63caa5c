"use client"; // this device alone knows what it keeps

import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { useTimeText } from "@/components/ui/use-instant-text";
import type { GridSheet } from "./use-grid-sheet";

/** What was typed in an earlier visit and stands in the grid again, until it is saved or given up. */
export function RestoredNotice({ sheet }: { readonly sheet: GridSheet }) {
  const t = useTranslations("entryGrid.restored");
  const timeText = useTimeText();
  const { restored, lines } = sheet;
  const left = lines.filter(({ index, changed }) => restored?.rows.has(index) && Object.keys(changed).length > 0);
  if (restored === null || left.length === 0) return null;
  return (
    <Notice tone="attention" live title={t("title", { count: left.length, time: timeText(restored.typedAt) })}>
      <p>{t("text")}</p>
      <Button className="mt-2" onClick={() => sheet.revert(left)}>
        {t("drop")}
      </Button>
    </Notice>
  );
}
