"use client"; // empties this device of what it keeps before the session ends

import { useTranslations } from "next-intl";
import { useEffect, useRef, useState, type FormEvent } from "react";
import { Button } from "@/components/ui/button";
import { useProseCount } from "@/components/ui/use-count-text";

interface SignOutFormProps {
  readonly accountId: string;
  readonly signOut: (form: FormData) => Promise<void>;
}

/** Tells the account's other pages in this browser that it has signed out. */
const SIGNED_OUT_KEY = "tien-do.signed-out";

type Hindrance = { readonly type: "offline" } | { readonly type: "unsaved"; readonly count: number };

/**
 * The way out. Nothing of the account stays on the device: what the server lacks is sent first, and where that fails
 * the person decides. Without a line the session cannot be ended, so nothing is emptied either.
 */
export function SignOutForm({ accountId, signOut }: SignOutFormProps) {
  const t = useTranslations("nav.signingOut");
  const signOutText = useTranslations("nav")("signOut");
  const countText = useProseCount();
  const [hindrance, setHindrance] = useState<Hindrance | null>(null);
  const [pending, setPending] = useState(false);
  const isEmptied = useRef(false);
  useLeaveWithOthers(accountId);

  const leave = async (form: HTMLFormElement) => {
    setPending(true);
    const found = await emptyDevice(accountId, hindrance?.type === "unsaved").catch(
      () => ({ type: "offline" }) as const,
    );
    setPending(false);
    setHindrance(found);
    if (found) return;
    isEmptied.current = true;
    form.requestSubmit();
  };
  const onSubmit = (event: FormEvent<HTMLFormElement>) => {
    if (isEmptied.current) return;
    event.preventDefault();
    void leave(event.currentTarget);
  };
  const isUnsaved = hindrance?.type === "unsaved";
  return (
    <form action={signOut} onSubmit={onSubmit} className="grid max-w-64 gap-2">
      {hindrance && (
        <p role="alert" className="px-3 text-small text-attention">
          {isUnsaved ? t("unsaved", { count: hindrance.count, padded: countText(hindrance.count) }) : t("offline")}
        </p>
      )}
      <Button type="submit" pending={pending} className="w-full">
        {isUnsaved ? t("discard") : signOutText}
      </Button>
    </form>
  );
}

/** What stands in the way of signing out, null once the device is empty. Rejects without a line. */
async function emptyDevice(accountId: string, evenUnsaved: boolean): Promise<Hindrance | null> {
  await fetch("/icon.svg", { method: "HEAD", cache: "no-store" });
  const { leaveDevice } = await import("@/components/entry/leave-device");
  const count = await leaveDevice(accountId, evenUnsaved);
  if (count > 0) return { type: "unsaved", count };
  announceLeaving(accountId);
  return null;
}

function announceLeaving(accountId: string): void {
  try {
    localStorage.setItem(SIGNED_OUT_KEY, accountId);
    localStorage.removeItem(SIGNED_OUT_KEY);
  } catch {
    // Without storage the other pages find out with their next request.
  }
}

/** Leaves this page too when the account signs out in another one: what is typed here would be kept again. */
function useLeaveWithOthers(accountId: string): void {
  useEffect(() => {
    const onStorage = ({ key, newValue }: StorageEvent) => {
      if (key === SIGNED_OUT_KEY && newValue === accountId) window.location.assign("/sign-in");
    };
    window.addEventListener("storage", onStorage);
    return () => window.removeEventListener("storage", onStorage);
  }, [accountId]);
}
