"use client"; // one press is one deed, said above with the way back; what has no way back asks first

import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button, type ButtonVariant } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Notice } from "@/components/ui/notice";
import type { Result } from "@/domain/errors";
import { useChangeMessages, type ChangeMessage } from "./change-messages";
import { useDeed } from "./use-deed";

interface DeedButtonProps<Data> {
  /** What it is done to, for a list in which every row has such a button. */
  readonly name?: string;
  readonly send: () => Promise<Result<Data>>;
  /** What is said when it is done; null where the page itself shows it. */
  readonly told: (data: Data) => ChangeMessage | null;
  readonly onDone?: () => void;
  /** What is said before it is done, where it cannot be undone. */
  readonly warning?: string;
  readonly variant?: ButtonVariant;
  readonly disabled?: boolean;
  readonly children: string;
}

/** Does one small thing at once; the message above takes it back. With a warning it asks before. */
export function DeedButton<Data>({ send, told, onDone, warning, ...props }: DeedButtonProps<Data>) {
  const { name, variant = "quiet", disabled, children } = props;
  const { say } = useChangeMessages();
  const { pending, problem, perform } = useDeed();
  const [asking, setAsking] = useState(false);
  const done = (data: Data) => {
    setAsking(false);
    const message = told(data);
    if (message) say(message);
    onDone?.();
  };
  const refused = (text: string) => {
    if (!asking) say({ text, changeId: null, refused: true });
  };
  const doIt = () => void perform(send, done, refused);
  return (
    <>
      <Button
        variant={variant}
        pending={pending && !asking}
        disabled={disabled}
        onClick={warning === undefined ? doIt : () => setAsking(true)}
      >
        {children}
        {name && <span className="sr-only">: {name}</span>}
      </Button>
      {warning !== undefined && (
        <Question {...{ asking, setAsking, warning, pending, problem }} title={children} onConfirm={doIt} />
      )}
    </>
  );
}

interface QuestionProps {
  readonly asking: boolean;
  readonly setAsking: (asking: boolean) => void;
  readonly title: string;
  readonly warning: string;
  readonly pending: boolean;
  readonly problem: string | null;
  readonly onConfirm: () => void;
}

function Question({ asking, setAsking, title, warning, pending, problem, onConfirm }: QuestionProps) {
  const t = useTranslations("changes");
  return (
    <Dialog
      open={asking}
      onOpenChange={setAsking}
      title={title}
      description={warning}
      closeLabel={t("cancel")}
      actions={
        <Button variant="primary" pending={pending} pendingLabel={t("saving")} onClick={onConfirm}>
          {title}
        </Button>
      }
    >
      {problem && <Notice tone="problem" live title={problem} />}
    </Dialog>
  );
}
