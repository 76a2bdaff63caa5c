"use client"; // takes a change back

import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { undoChangeAction } from "@/server/actions/changes";
import { useDeed } from "./use-deed";

/** What was just done, and by which change it can be taken back; null for what cannot. */
export interface Done {
  readonly text: string;
  readonly changeId: string | null;
}

interface DeedDoneProps {
  readonly done: Done;
  readonly onUndone: () => void;
}

/** Confirms what was done, with the way back where there is one. */
export function DeedDone({ done, onUndone }: DeedDoneProps) {
  const t = useTranslations("accountSettings");
  const { pending, problem, send } = useDeed(undoChangeAction);
  const { changeId } = done;
  return (
    <Notice tone={problem ? "problem" : "done"} live>
      <div className="flex flex-wrap items-center gap-3">
        <span>{problem ?? done.text}</span>
        {changeId !== null && (
          <Button variant="quiet" pending={pending} onClick={() => send({ changeId }, onUndone)}>
            {t("undo")}
          </Button>
        )}
      </div>
    </Notice>
  );
}
