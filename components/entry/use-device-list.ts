"use client"; // this device alone knows what it keeps

import { useEffect, useEffectEvent, useState } from "react";
import { KEPT_EVENT } from "./device-store";

/** What a list of this device gives for an account, as it changes in this page or another. Empty on the server. */
export function useDeviceList<Kept>(list: (accountId: string) => readonly Kept[], accountId: string): readonly Kept[] {
  const [kept, setKept] = useState<readonly Kept[]>([]);
  const read = useEffectEvent(() => setKept(list(accountId)));
  useEffect(() => {
    const onChange = () => read();
    const reading = setTimeout(onChange);
    window.addEventListener(KEPT_EVENT, onChange);
    window.addEventListener("storage", onChange);
    return () => {
      clearTimeout(reading);
      window.removeEventListener(KEPT_EVENT, onChange);
      window.removeEventListener("storage", onChange);
    };
  }, [accountId]);
  return kept;
}
