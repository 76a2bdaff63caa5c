"use client"; // asks for a name to be typed before something that cannot be undone

import { useTranslations } from "next-intl";
import { useRef, useState, type ReactNode, type SubmitEvent } from "react";
import { Button } from "@/components/ui/button";
import { TextField } from "@/components/ui/field";

interface TypeNameToConfirmProps {
  /** What must be typed, as it is shown. */
  readonly name: string;
  /** What will happen and that it cannot be undone, in words. */
  readonly children: ReactNode;
  readonly actionLabel: string;
  readonly pending?: boolean;
  /** Is handed what was typed, for a server that looks again. */
  readonly onConfirm: (typed: string) => void;
}

/** The gate before what cannot be taken back: it says so, and opens when the name is typed. Marks and spaces count, case does not. */
export function TypeNameToConfirm({ name, children, actionLabel, pending = false, onConfirm }: TypeNameToConfirmProps) {
  const t = useTranslations("changes");
  const errors = useTranslations("errors");
  const [text, setText] = useState("");
  const [refused, setRefused] = useState(false);
  const field = useRef<HTMLInputElement>(null);
  const confirm = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (pending) return; // Enter in the only field of a form sends it without a button
    const matches = plain(text) === plain(name);
    setRefused(!matches);
    if (matches) onConfirm(text);
    else field.current?.focus();
  };
  return (
    <form noValidate onSubmit={confirm} className="grid gap-3 border-l-[3px] border-attention pl-3">
      <div>{children}</div>
      <TextField
        ref={field}
        label={t("typeName", { name })}
        value={text}
        autoComplete="off"
        onChange={(event) => setText(event.target.value)}
        error={refused ? errors("name_not_typed") : undefined}
      />
      <div>
        <Button type="submit" pending={pending} pendingLabel={t("saving")}>
          {actionLabel}
        </Button>
      </div>
    </form>
  );
}

function plain(text: string): string {
  return text.normalize("NFC").trim().replace(/\s+/g, " ").toLocaleLowerCase("vi");
}
