"use client"; // asks before a report is taken back

import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Notice } from "@/components/ui/notice";
import { withdrawSubmissionAction } from "@/server/actions/submissions";
import { useAskedDeed } from "./use-asked-deed";

interface WithdrawButtonProps {
  readonly submissionId: string;
  readonly version: number;
}

/** Takes a submitted report back before the office accepts it; the page that follows is the form again. */
export function WithdrawButton({ submissionId, version }: WithdrawButtonProps) {
  const t = useTranslations("entry.withdraw");
  const cancelText = useTranslations("common")("cancel");
  const { isOpen, open, isSending, problem, send } = useAskedDeed();
  const withdraw = () => send((requestId) => withdrawSubmissionAction({ requestId, submissionId, version }));

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
