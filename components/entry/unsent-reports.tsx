"use client"; // sends what was typed without a line as soon as there is one

import { useRouter } from "next/navigation";
import { useEffect, useEffectEvent } from "react";
import { forgetOthersPages } from "./offline-pages";

const FIRST_AFTER_MS = 1_000;
const AGAIN_AFTER_MS = 30_000;

/** On every page of a signed-in account: sends its reports that wait on this device, and clears others' pages. Shows nothing. */
export function UnsentReports({ accountId }: { readonly accountId: string }) {
  const router = useRouter();
  const send = useEffectEvent(async () => {
    if (!hasKept(accountId)) return; // almost always: nothing more is loaded
    const { sendUnsent } = await import("./send-unsent");
    if ((await sendUnsent(accountId)) > 0) router.refresh();
  });
  useEffect(() => {
    void forgetOthersPages(accountId).catch(() => undefined); // storage may be switched off
    const tryToSend = () => void send().catch(() => undefined); // without a line even that script may be missing
    const first = setTimeout(tryToSend, FIRST_AFTER_MS);
    const again = setInterval(tryToSend, AGAIN_AFTER_MS);
    window.addEventListener("online", tryToSend);
    return () => {
      clearTimeout(first);
      clearInterval(again);
      window.removeEventListener("online", tryToSend);
    };
  }, [accountId]);
  return null;
}

function hasKept(accountId: string): boolean {
  try {
    return Object.keys(localStorage).some((key) => key.includes(accountId));
  } catch {
    return false;
  }
}
