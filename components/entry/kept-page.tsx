"use client"; // tells the browser to keep this page for a time without a line

import { useEffect, useEffectEvent } from "react";
import { keepPages } from "./offline-pages";

interface KeptPageProps {
  /** Whose page it is: the service worker keeps only what says so itself. */
  readonly accountId: string;
  /** The page's own address. */
  readonly address: string;
  /** Changes with what the page shows. */
  readonly version?: number;
  /** Pages that are likely opened from this one. */
  readonly ahead?: readonly string[];
}

/** Keeps the page that it stands on, and others ahead, so that they open and reload without a line. Shows nothing. */
export function KeptPage({ accountId, address, version = 0, ahead = [] }: KeptPageProps) {
  const keep = useEffectEvent(() => void keepPages(accountId, [address], ahead));
  useEffect(() => keep(), [accountId, address, version]);
  return <meta name="tien-do-page" content={accountId} />;
}
