"use client"; // saving goes on while somebody types

import { useTranslations } from "next-intl";
import { Button, ButtonLink } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { useTimeText } from "@/components/ui/use-instant-text";
import type { DraftStatus } from "./report-sender";
import type { ReportForm } from "./use-report-form";

interface DraftStateProps {
  readonly status: DraftStatus;
  /** When the draft was saved before this page was opened. */
  readonly savedAt: string | null;
}

/** In the line under the title: whether what is typed is safe, and where. */
export function DraftState({ status, savedAt }: DraftStateProps) {
  const t = useTranslations("entry.draft");
  const timeText = useTimeText();
  const at = status.type === "saved" ? status.at : savedAt;
  const isSafe = status.type === "clean" || status.type === "saved" || status.type === "submitted";
  return (
    <span role="status" className={isSafe ? "text-met" : "text-attention"}>
      {status.type === "clean" || status.type === "saved"
        ? at !== null && t("savedAt", { time: timeText(at) })
        : t(`state.${stateOf(status)}`)}
    </span>
  );
}

function stateOf(status: Exclude<DraftStatus, { type: "clean" | "saved" }>) {
  if (status.type !== "refused") return status.type;
  if (status.submitting) return "unsent";
  return status.failure.code === "stale_version" ? "conflict" : "offline";
}

interface DraftNoticeProps {
  readonly report: Pick<ReportForm, "status" | "isKept" | "sender">;
  readonly signInAddress: string;
}

/** What a person must do so that saving can go on: nothing is lost meanwhile. */
export function DraftNotice({ report: { status, isKept, sender }, signInAddress }: DraftNoticeProps) {
  const t = useTranslations();
  if (status.type === "unsent") return <UnsentNotice sender={sender} />;
  if (status.type === "offline")
    return <Notice tone="attention" live title={t(`entry.draft.${isKept ? "offline" : "notKept"}`)} />;
  if (status.type !== "refused" || status.failure.code === "stale_version") return null;
  const { code, values } = status.failure;
  if (code === "session_expired") {
    return (
      <Notice tone="attention" live title={t(`entry.draft.${status.submitting ? "expiredUnsent" : "expired"}`)}>
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

/** The report was submitted without a line: it goes out by itself, unless the person takes it back. */
function UnsentNotice({ sender }: Pick<ReportForm, "sender">) {
  const t = useTranslations("entry.draft.unsent");
  return (
    <Notice tone="attention" live title={t("title")}>
      <p>{t("text")}</p>
      <div className="mt-2 flex flex-wrap gap-2">
        <Button onClick={() => void sender.current?.resume()}>{t("now")}</Button>
        <Button onClick={() => sender.current?.recall()}>{t("recall")}</Button>
      </div>
    </Notice>
  );
}
