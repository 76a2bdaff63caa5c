"use client"; // the browser alone knows whether it has a line, and whether it may keep pages

import { useTranslations } from "next-intl";
import { useSyncExternalStore } from "react";
import { Notice } from "@/components/ui/notice";
import { canOpenOffline } from "./offline-pages";

/** Where the browser may not keep pages: that they do not open without a line. One sentence; nothing elsewhere. */
export function PlainHttpNote() {
  const t = useTranslations("entry.kept");
  const mayKeep = useSyncExternalStore(
    () => () => undefined,
    canOpenOffline,
    () => true,
  );
  return mayKeep ? null : t("plainHttp");
}

/** Without a line: that what is shown is a copy, and what can be done with it. */
export function OfflineNotice() {
  const t = useTranslations("entry.kept");
  const isOnline = useSyncExternalStore(
    listenToLine,
    () => navigator.onLine,
    () => true,
  );
  return isOnline ? null : <Notice tone="attention" live title={t("offline")} className="screen-only" />;
}

function listenToLine(onChange: () => void): () => void {
  window.addEventListener("online", onChange);
  window.addEventListener("offline", onChange);
  return () => {
    window.removeEventListener("online", onChange);
    window.removeEventListener("offline", onChange);
  };
}
