"use client"; // asks for the reason in a dialog

import { useTranslations } from "next-intl";
import { useRef } from "react";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { TextAreaField } from "@/components/ui/field";
import { correctSubmissionAction } from "@/server/actions/submissions";
import { useAskedDeed } from "./use-asked-deed";

interface CorrectionButtonProps {
  readonly submissionId: string;
  readonly version: number;
}

/** Opens an accepted report for correction; the reason is required and goes with every figure that is changed. */
export function CorrectionButton({ submissionId, version }: CorrectionButtonProps) {
  const t = useTranslations("entry.correct");
  const cancelText = useTranslations("common")("cancel");
  const errorText = useTranslations("errors");
  const { isOpen, open, isSending, problem, setProblem, send } = useAskedDeed();
  const reason = useRef<HTMLTextAreaElement>(null);

  const begin = async () => {
    const text = reason.current?.value ?? "";
    if (text.trim() === "") {
      setProblem(errorText("reason_required"));
      reason.current?.focus();
      return;
    }
    await send((requestId) => correctSubmissionAction({ requestId, submissionId, version, reason: text }));
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
