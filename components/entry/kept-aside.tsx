"use client"; // this device alone knows what it keeps

import { useTranslations } from "next-intl";
import { useEffect, useEffectEvent } from "react";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { useTimeText } from "@/components/ui/use-instant-text";
import type { ReportView } from "@/server/loaders/report-views";
import { FieldLabel, FieldValue } from "./field-value";
import { differingFields, fieldOf, isSameFilling } from "./form-fields";
import { dropKeptReport } from "./kept-reports";
import { dropPage } from "./offline-pages";
import { fetchStored } from "./report-client";
import { useUnsavedReports, type UnsavedReport } from "./use-unsaved-reports";

interface KeptAsideProps {
  readonly view: ReportView;
  readonly accountId: string;
  readonly address: string;
}

/**
 * On a report that can only be read now: what was typed on this device and never reached the server, so that it is not
 * lost without a word. It stays until the person lets it go.
 */
export function KeptAside({ view, accountId, address }: KeptAsideProps) {
  const t = useTranslations("entry.kept.aside");
  const timeText = useTimeText();
  const kept = useUnsavedReports(accountId).find(
    ({ owner }) => owner.unitId === view.unit.id && owner.periodId === view.period.id,
  );
  useEffect(() => dropPage(address), [address]);
  useArrived(kept);
  if (!kept || kept.report.refused === null || kept.report.refused === "session_expired") return null;
  const { figures, base, typedAt } = kept.report;
  return (
    <Notice tone="attention" live title={t("title", { time: timeText(typedAt) })}>
      <ul>
        {differingFields(figures, base).map(({ measureId, field }) => {
          const row = view.measures.find(({ measure }) => measure.id === measureId);
          return (
            row && (
              <li key={`${measureId}.${field}`}>
                {row.name} · <FieldLabel row={row} field={field} />:{" "}
                <strong>
                  <FieldValue field={field} value={fieldOf(figures, measureId, field)} />
                </strong>
              </li>
            )
          );
        })}
      </ul>
      <Button className="mt-2" onClick={() => dropKeptReport(kept.owner)}>
        {t("drop")}
      </Button>
    </Notice>
  );
}

/** Lets go of texts that the server has all the same: the answer was lost, or another page sent them. */
function useArrived(kept: UnsavedReport | undefined): void {
  const compare = useEffectEvent(async () => {
    if (!kept) return;
    const answer = await fetchStored(kept.owner).catch(() => null);
    if (answer?.ok && isSameFilling(answer.data.figures, kept.report.figures)) dropKeptReport(kept.owner);
  });
  const refused = kept?.report.refused ?? null;
  useEffect(() => {
    if (refused !== null) void compare();
  }, [refused]);
}
