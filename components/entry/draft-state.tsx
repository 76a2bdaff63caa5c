"use client"; // saving goes on while somebody types

import { useTranslations } from "next-intl";
import { ButtonLink } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import type { DraftStatus } from "./draft-saver";
import { useTimeText } from "@/components/ui/use-instant-text";

interface DraftStateProps {
  readonly status: DraftStatus;
  /** When the draft was saved before this page was opened. */
  readonly savedAt: string | null;
}

/** In the line under the title: whether what is typed is safe. */
export function DraftState({ status, savedAt }: DraftStateProps) {
  const t = useTranslations("entry.draft");
  const timeText = useTimeText();
  const text = {
    clean: savedAt ? t("savedAt", { time: timeText(savedAt) }) : "",
    waiting: t("waiting"),
    saving: t("saving"),
    saved: status.type === "saved" ? t("savedAt", { time: timeText(status.at) }) : "",
    offline: t("waiting"),
    refused: t("waiting"),
  }[status.type];
  return (
    <span role="status" className={status.type === "saved" || status.type === "clean" ? "text-met" : "text-attention"}>
      {text}
    </span>
  );
}

/** What a person must do so that saving can go on: nothing is lost meanwhile. */
export function DraftNotice({
  status,
  signInAddress,
}: {
  readonly status: DraftStatus;
  readonly signInAddress: string;
}) {
  const t = useTranslations();
  if (status.type === "offline") return <Notice tone="attention" live title={t("entry.draft.offline")} />;
  if (status.type !== "refused" || status.failure.code === "stale_version") return null;
  const { code, values } = status.failure;
  if (code === "session_expired") {
    return (
      <Notice tone="attention" live title={t("entry.draft.expired")}>
        <ButtonLink href={signInAddress} className="mt-2">
          {t("entry.draft.signIn")}
        </ButtonLink>
      </Notice>
    );
  }
  return (
    <Notice tone="problem" live title={t(`errors.${code}`, values)}>
      {code === "period_locked" && t("entry.locked.kept")}
    </Notice>
  );
}
