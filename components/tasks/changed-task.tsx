"use client"; // says once, on the page that one comes back to, what was changed on the page before

import { useTranslations } from "next-intl";
import { useEffect, useRef } from "react";
import { useTaskMessages } from "./task-messages";

/** The confirmation of a task that was edited on its own page, with the way to take it back. */
export function ChangedTask({ changeId }: { readonly changeId: string }) {
  const t = useTranslations("taskSettings.task");
  const say = useTaskMessages();
  const isSaid = useRef(false);
  useEffect(() => {
    if (isSaid.current) return;
    isSaid.current = true;
    say({ text: t("changed"), changeId });
  }, [say, t, changeId]);
  return null;
}
