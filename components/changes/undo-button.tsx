"use client"; // takes a change back and says why it could not

import { useTranslations } from "next-intl";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { useErrorText } from "@/components/ui/use-error-text";
import type { Failure } from "@/domain/errors";
import { undoChangeAction } from "@/server/actions/changes";

interface UndoButtonProps {
  readonly changeId: string;
  /** What is undone, for a list in which every row has such a button. */
  readonly label?: string;
  /** Called with the change that undid it. */
  readonly onUndone?: (changeId: string | null) => void;
}

/** Takes a change back, as long as nothing depends on it. */
export function UndoButton({ changeId, label, onUndone }: UndoButtonProps) {
  const t = useTranslations("changes");
  const errorText = useErrorText();
  const router = useRouter();
  const [pending, setPending] = useState(false);
  const [failure, setFailure] = useState<Failure | "lost" | null>(null);

  const undo = async () => {
    setPending(true);
    setFailure(null);
    const answer = await undoChangeAction({ changeId }).catch(() => null);
    setPending(false);
    if (!answer?.ok) return setFailure(answer ?? "lost");
    router.refresh();
    onUndone?.(answer.data.changeId);
  };
  return (
    <>
      <Button pending={pending} pendingLabel={t("undoing")} onClick={() => void undo()} aria-label={label}>
        {t("undo")}
      </Button>
      {failure && (
        <span role="alert" className="text-small font-medium text-attention">
          {failure === "lost" ? t("lostLine") : errorText(failure.code, failure.values)}
        </span>
      )}
    </>
  );
}
