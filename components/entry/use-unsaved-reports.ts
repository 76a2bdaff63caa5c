"use client"; // this device alone knows what it keeps

import { useEffect, useState } from "react";
import { KEPT_EVENT, listUnsavedReports } from "./kept-reports";

export type UnsavedReport = ReturnType<typeof listUnsavedReports>[number];

/** An account's reports that are kept on this device only, as they change in this page or another. Empty on the server. */
export function useUnsavedReports(accountId: string): readonly UnsavedReport[] {
  const [reports, setReports] = useState<readonly UnsavedReport[]>([]);
  useEffect(() => {
    const read = () => setReports(listUnsavedReports(accountId));
    const reading = setTimeout(read);
    window.addEventListener(KEPT_EVENT, read);
    window.addEventListener("storage", read);
    return () => {
      clearTimeout(reading);
      window.removeEventListener(KEPT_EVENT, read);
      window.removeEventListener("storage", read);
    };
  }, [accountId]);
  return reports;
}
