"use client"; // an exception is withdrawn where it stands

import { useTranslations } from "next-intl";
import { DeedButton } from "@/components/changes/deed-button";
import { useDateText } from "@/components/ui/use-date-text";
import { withdrawExceptionAction } from "@/server/actions/periods";
import type { ExceptionView } from "@/server/loaders/period-settings";

interface ExceptionListProps {
  readonly exceptions: readonly ExceptionView[];
  readonly isClosed: boolean;
}

/** The exceptions of a period, each in a sentence, with a way to withdraw it. */
export function ExceptionList({ exceptions, isClosed }: ExceptionListProps) {
  return (
    <ul className="grid gap-1 text-small">
      {exceptions.map((exception) => (
        <ExceptionItem key={exception.id} exception={exception} isClosed={isClosed} />
      ))}
    </ul>
  );
}

interface ExceptionItemProps {
  readonly exception: ExceptionView;
  readonly isClosed: boolean;
}

function ExceptionItem({ exception, isClosed }: ExceptionItemProps) {
  const t = useTranslations("periodSettings");
  const dateText = useDateText();
  const unit = exception.unitName ?? t("allUnits");
  const text = t(`exception.${exception.kind}`, { unit, date: dateText(exception.untilOn) });
  return (
    <li>
      {text}
      {exception.isOver && ` (${t("over")})`}
      {exception.reason && <span className="block text-quiet">{exception.reason}</span>}
      {!isClosed && (
        <DeedButton
          name={text}
          send={() => withdrawExceptionAction({ mode: "save", exceptionId: exception.id, reason: null })}
          told={({ changeId }) => ({ text: t("withdrawn", { exception: text }), changeId })}
        >
          {t("withdraw")}
        </DeedButton>
      )}
    </li>
  );
}
