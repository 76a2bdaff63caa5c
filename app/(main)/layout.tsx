import type { ReactNode } from "react";
import { UnsentReports } from "@/components/entry/unsent-reports";
import { HeaderBand } from "@/components/shell/header-band";
import { MAIN_ID } from "@/components/ui/skip-link";
import { signOutAction } from "@/server/actions/sign-in";
import { loadShell } from "@/server/loaders/shell";

interface MainLayoutProps {
  readonly children: ReactNode;
  /** What stands over the page: where a number comes from, when one was chosen. */
  readonly panel: ReactNode;
}

/** Every page of a signed-in account: the header with its rooms, and the page below. */
export default async function MainLayout({ children, panel }: MainLayoutProps) {
  const shell = await loadShell();
  return (
    <>
      <UnsentReports accountId={shell.account.id} />
      <HeaderBand shell={shell} signOut={signOutAction} />
      <main id={MAIN_ID} className="mx-auto max-w-content px-4 pt-3 pb-16 md:px-8 print:px-0 print:pt-2 print:pb-0">
        {children}
      </main>
      {panel}
    </>
  );
}
