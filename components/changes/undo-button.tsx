"use client"; // takes a change back and says why it could not

import { useTranslations } from "next-intl";
import { useRouter } from "next/navigation";
import { Button } from "@/components/ui/button";
import { undoChangeAction } from "@/server/actions/changes";
import { useDeed } from "./use-deed";

interface UndoButtonProps {
  readonly changeId: string;
  /** What is undone, for a list in which every row has such a button. */
  readonly label?: string;
  /** What is taken back was itself a taking back. */
  readonly isRedo?: boolean;
  /** Called with the change that undid it. */
  readonly onUndone?: (changeId: string | null) => void;
}

/** Takes a change back, as long as nothing depends on it. */
export function UndoButton({ changeId, label, isRedo = false, onUndone }: UndoButtonProps) {
  const t = useTranslations("changes");
  const router = useRouter();
  const { pending, problem, perform } = useDeed();
  const undo = () =>
    perform(
      () => undoChangeAction({ changeId }),
      ({ changeId: undoneBy }) => {
        router.refresh();
        onUndone?.(undoneBy);
      },
    );
  return (
    <>
      <Button
        className="whitespace-nowrap"
        pending={pending}
        pendingLabel={t(isRedo ? "redoing" : "undoing")}
        onClick={() => void undo()}
        aria-label={label}
      >
        {t(isRedo ? "redo" : "undo")}
      </Button>
      {problem && (
        <span role="alert" className="text-small font-medium text-attention">
          {problem}
        </span>
      )}
    </>
  );
}
