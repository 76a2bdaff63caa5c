import { KeptGrids } from "@/components/grid/kept-grids";
import type { EntryListView } from "@/server/loaders/report-views";
import { KeptList } from "./kept-list";
import { KeptPage } from "./kept-page";
import { OfflineNotice } from "./line-note";
import { entryAddress } from "./report-list";

/** How many reports that are to be filled in are kept ahead for a time without a line. */
const AHEAD = 4;

interface DeviceReportsProps {
  readonly accountId: string;
  readonly own: EntryListView;
  /** The page shows nothing but the account's own reports, so that this device may keep it. */
  readonly mayKeepPage: boolean;
}

/** At the head of a person's list of reports: what is on this device only. Keeps the list and its next reports, too. */
export function DeviceReports({ accountId, own, mayKeepPage }: DeviceReportsProps) {
  return (
    <>
      {mayKeepPage && <KeptPage accountId={accountId} address="/entry" ahead={addressesToFill(own)} />}
      {mayKeepPage && <OfflineNotice />}
      <KeptList accountId={accountId} />
      <KeptGrids accountId={accountId} />
    </>
  );
}

/** The reports that are filled in next, the most urgent first. */
function addressesToFill({ groups }: EntryListView): string[] {
  const open = groups.filter(({ key }) => key !== "submitted" && key !== "accepted");
  return open
    .flatMap(({ items }) => items)
    .filter(({ locked }) => !locked)
    .slice(0, AHEAD)
    .map(entryAddress);
}
