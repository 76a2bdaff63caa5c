"use client"; // one press is one deed, said above with the way back

import { useTranslations } from "next-intl";
import { useState, type ReactNode } from "react";
import { Button } from "@/components/ui/button";
import { useErrorText } from "@/components/ui/use-error-text";
import type { Result } from "@/domain/errors";
import { useChangeMessages } from "./change-messages";

interface DeedButtonProps {
  /** What it is done to, for a list in which every row has such a button. */
  readonly name: string;
  /** What is said when it is done. */
  readonly done: string;
  readonly send: () => Promise<Result<{ readonly changeId: string | null }>>;
  readonly onDone?: () => void;
  readonly disabled?: boolean;
  readonly children: ReactNode;
}

/** Does one small thing at once; the message above takes it back. */
export function DeedButton({ name, done, send, onDone, disabled, children }: DeedButtonProps) {
  const t = useTranslations("changes");
  const errorText = useErrorText();
  const { say } = useChangeMessages();
  const [pending, setPending] = useState(false);
  const perform = async () => {
    setPending(true);
    const answer = await send().catch(() => null);
    setPending(false);
    if (!answer) return say({ text: t("lostLine"), changeId: null });
    if (!answer.ok) return say({ text: errorText(answer.code, answer.values), changeId: null });
    say({ text: done, changeId: answer.data.changeId });
    onDone?.();
  };
  return (
    <Button variant="quiet" pending={pending} disabled={disabled} onClick={() => void perform()}>
      {children}
      <span className="sr-only">: {name}</span>
    </Button>
  );
}
