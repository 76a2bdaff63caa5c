"use client"; // an exception is withdrawn where it stands

import { useTranslations } from "next-intl";
import { useState } from "react";
import { useChangeMessages } from "@/components/changes/change-messages";
import { Button } from "@/components/ui/button";
import { useDateText } from "@/components/ui/use-date-text";
import { useErrorText } from "@/components/ui/use-error-text";
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
  const errorText = useErrorText();
  const { say } = useChangeMessages();
  const [pending, setPending] = useState(false);
  const [failure, setFailure] = useState<string | null>(null);
  const unit = exception.unitName ?? t("allUnits");
  const text = t(`exception.${exception.kind}`, { unit, date: dateText(exception.untilOn) });

  const withdraw = async () => {
    setPending(true);
    const request = { mode: "save" as const, exceptionId: exception.id, reason: null };
    const answer = await withdrawExceptionAction(request).catch(() => null);
    setPending(false);
    if (!answer) return setFailure(t("lostLine"));
    if (!answer.ok) return setFailure(errorText(answer.code, answer.values));
    say({ text: t("withdrawn", { exception: text }), changeId: answer.data.changeId });
  };

  return (
    <li>
      {text}
      {exception.isOver && ` (${t("over")})`}
      {exception.reason && <span className="block text-quiet">{exception.reason}</span>}
      {failure && <span className="block text-attention">{failure}</span>}
      {!isClosed && (
        <Button
          variant="quiet"
          pending={pending}
          onClick={() => void withdraw()}
          aria-label={t("withdrawThis", { exception: text })}
        >
          {t("withdraw")}
        </Button>
      )}
    </li>
  );
}
