"use client"; // what was just done is said here, with the way to take it back

import { useTranslations } from "next-intl";
import { createContext, useContext, useState, type ReactNode } from "react";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { undoChangeAction } from "@/server/actions/changes";

interface Said {
  readonly text: string;
  /** By which it can be taken back; null where nothing was different. */
  readonly changeId: string | null;
}

type Say = (said: Said) => void;

const SayContext = createContext<Say>(() => undefined);

/** Says above the page what was done; the newest takes the place of the one before. */
export function useTaskMessages(): Say {
  return useContext(SayContext);
}

/** The place of the confirmation, above what it surrounds. */
export function TaskMessages({ children }: { readonly children: ReactNode }) {
  const [said, setSaid] = useState<Said | null>(null);
  return (
    <SayContext value={setSaid}>
      <div aria-live="polite" className="screen-only">
        {said && <Confirmation key={said.changeId} said={said} say={setSaid} />}
      </div>
      {children}
    </SayContext>
  );
}

function Confirmation({ said, say }: { readonly said: Said; readonly say: Say }) {
  const t = useTranslations("taskSettings");
  const errorText = useTranslations("errors");
  const [isPending, setPending] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const { changeId } = said;

  const undo = async () => {
    if (changeId === null) return;
    setPending(true);
    const answer = await undoChangeAction({ changeId }).catch(() => null);
    setPending(false);
    if (answer?.ok) return say({ text: t("undone", { text: said.text }), changeId: null });
    setProblem(answer ? errorText(answer.code, answer.values) : t("offline"));
  };

  return (
    <Notice tone={problem ? "problem" : "done"} title={said.text}>
      {problem && <p>{problem}</p>}
      {changeId !== null && !problem && (
        <Button variant="quiet" pending={isPending} onClick={() => void undo()}>
          {t("undo")}
        </Button>
      )}
    </Notice>
  );
}
