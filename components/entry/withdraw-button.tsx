"use client"; // asks before a report is taken back

import { useTranslations } from "next-intl";
import { useRef, useState } from "react";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Notice } from "@/components/ui/notice";
import { withdrawSubmissionAction } from "@/server/actions/submissions";
import { newRequestId } from "./request-id";

interface WithdrawButtonProps {
  readonly submissionId: string;
  readonly version: number;
}

/** Takes a submitted report back before the office accepts it; the page that follows is the form again. */
export function WithdrawButton({ submissionId, version }: WithdrawButtonProps) {
  const t = useTranslations("entry.withdraw");
  const cancelText = useTranslations("common")("cancel");
  const offlineText = useTranslations("review")("offline");
  const errorText = useTranslations("errors");
  const [isOpen, setOpen] = useState(false);
  const [isSending, setSending] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const requestId = useRef("");

  const open = (isNowOpen: boolean) => {
    if (isNowOpen) requestId.current = newRequestId();
    setProblem(null);
    setOpen(isNowOpen);
  };

  const withdraw = async () => {
    setSending(true);
    const request = { requestId: requestId.current, submissionId, version };
    const answer = await withdrawSubmissionAction(request).catch(() => null);
    setSending(false);
    if (answer?.ok) return setOpen(false);
    setProblem(answer ? errorText(answer.code, answer.values) : offlineText);
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
          <Button variant="primary" pending={isSending} onClick={() => void withdraw()}>
            {t("confirm")}
          </Button>
        }
      >
        {problem && <Notice tone="problem" live title={problem} />}
      </Dialog>
    </>
  );
}
