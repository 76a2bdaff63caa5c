"use client"; // this device alone knows what it keeps

import { listUnsavedReports } from "./kept-reports";
import { useDeviceList } from "./use-device-list";

export type UnsavedReport = ReturnType<typeof listUnsavedReports>[number];

/** An account's reports that are kept on this device only, as they change in this page or another. Empty on the server. */
export function useUnsavedReports(accountId: string): readonly UnsavedReport[] {
  return useDeviceList(listUnsavedReports, accountId);
}
