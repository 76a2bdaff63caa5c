"use client"; // what was just done is said at the top, also when the form that did it has gone

import { useTranslations } from "next-intl";
import { usePathname } from "next/navigation";
import { createContext, useContext, useEffect, useMemo, useRef, useState, type ReactNode } from "react";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { UndoButton } from "./undo-button";

/** What was done, in a sentence, and the change by which it can be taken back (null: it cannot). */
export interface ChangeMessage {
  readonly text: string;
  readonly changeId: string | null;
  /** It tells that a change was taken back: taking back that is doing it again. */
  readonly undone?: boolean;
  /** It says why something was not done. */
  readonly refused?: boolean;
}

interface ChangeMessages {
  /** Says what was done, in place of what was said before. */
  readonly say: (message: ChangeMessage) => void;
}

const Context = createContext<ChangeMessages>({ say: () => undefined });

/** For forms of the settings: says what they did. */
export function useChangeMessages(): ChangeMessages {
  return useContext(Context);
}

/** Holds the last message above the settings' pages, across moving from one to the next. */
export function ChangeMessagesProvider({ children }: { readonly children: ReactNode }) {
  const [message, setMessage] = useState<(ChangeMessage & { readonly number: number }) | null>(null);
  const number = useRef(0);
  const messages = useMemo<ChangeMessages>(
    () => ({
      say: (said) => {
        number.current += 1;
        setMessage({ ...said, number: number.current });
      },
    }),
    [],
  );
  return (
    <Context value={messages}>
      <div aria-live="polite" className="screen-only">
        {message && <Said key={message.number} message={message} onClose={() => setMessage(null)} />}
      </div>
      {children}
    </Context>
  );
}

function Said({ message, onClose }: { readonly message: ChangeMessage; readonly onClose: () => void }) {
  const t = useTranslations("changes");
  const { say } = useChangeMessages();
  const box = useRef<HTMLDivElement>(null);
  const path = usePathname();
  useEffect(() => {
    box.current?.scrollIntoView({ block: "nearest" });
  }, [path]);
  // The form's own button may be gone with the form: at once, with the page it led away from, or when this page is drawn
  // anew from what was stored. The keyboard goes on here.
  useEffect(() => {
    if (document.activeElement === document.body) box.current?.focus({ preventScroll: true });
  });
  const sayUndone = (changeId: string | null) =>
    say(message.undone ? { text: t("redone"), changeId } : { text: t("undone"), changeId, undone: true });
  return (
    <div ref={box} tabIndex={-1} className="my-3">
      <Notice tone={message.refused ? "problem" : "done"}>
        <div className="flex flex-wrap items-center gap-x-4 gap-y-1 text-body">
          <p className="font-semibold">{message.text}</p>
          {message.changeId && <UndoButton changeId={message.changeId} isRedo={message.undone} onUndone={sayUndone} />}
          <Button variant="quiet" onClick={onClose}>
            {t("close")}
          </Button>
        </div>
      </Notice>
    </div>
  );
}
