"use client"; // asks for the reason in a dialog

import { useTranslations } from "next-intl";
import { useRef, useState } from "react";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { TextAreaField } from "@/components/ui/field";
import { correctSubmissionAction } from "@/server/actions/submissions";
import { newRequestId } from "./request-id";

interface CorrectionButtonProps {
  readonly submissionId: string;
  readonly version: number;
}

/** Opens an accepted report for correction; the reason is required and goes with every figure that is changed. */
export function CorrectionButton({ submissionId, version }: CorrectionButtonProps) {
  const t = useTranslations("entry.correct");
  const cancelText = useTranslations("common")("cancel");
  const errorText = useTranslations("errors");
  const [isOpen, setOpen] = useState(false);
  const [isSending, setSending] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const reason = useRef<HTMLTextAreaElement>(null);
  const requestId = useRef("");

  const open = (isNowOpen: boolean) => {
    if (isNowOpen) requestId.current = newRequestId();
    setProblem(null);
    setOpen(isNowOpen);
  };

  const begin = async () => {
    const text = reason.current?.value ?? "";
    if (text.trim() === "") {
      setProblem(errorText("reason_required"));
      reason.current?.focus();
      return;
    }
    setSending(true);
    const answer = await correctSubmissionAction({ requestId: requestId.current, submissionId, version, reason: text });
    setSending(false);
    if (answer.ok) return setOpen(false);
    const field = answer.fieldErrors.reason;
    setProblem(field ? errorText(field.code, field.values) : errorText(answer.code, answer.values));
  };

  return (
    <>
      <Button onClick={() => open(true)}>{t("open")}</Button>
      <Dialog
        open={isOpen}
        onOpenChange={open}
        title={t("title")}
        description={t("text")}
        closeLabel={cancelText}
        actions={
          <Button variant="primary" pending={isSending} onClick={() => void begin()}>
            {t("begin")}
          </Button>
        }
      >
        <TextAreaField ref={reason} name="reason" label={t("reason")} error={problem} />
      </Dialog>
    </>
  );
}
