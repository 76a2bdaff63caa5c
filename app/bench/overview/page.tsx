import { connection } from "next/server";
import { notFound } from "next/navigation";
import { Overview } from "@/components/overview/overview";
import { HeaderBand } from "@/components/shell/header-band";
import { MAIN_ID } from "@/components/ui/skip-link";
import { settings } from "@/server/env";
import type { OverviewView } from "@/server/loaders/overview";
import type { ShellView } from "@/server/loaders/shell";
import constants from "./constants.json";

// JSON has no branded days and no literal types; a test compares the file with what the loaders give.
const { shell, view } = constants as unknown as { readonly shell: ShellView; readonly view: OverviewView };

async function stay(): Promise<void> {
  "use server";
  await Promise.resolve();
}

/**
 * The overview of the sample from constants: no session, no store, no calculation. `npm run bench` holds the real page
 * against it; on every other server there is no such page.
 */
export default async function OverviewFromConstants() {
  await connection();
  if (!settings().bench) notFound();
  return (
    <>
      <HeaderBand shell={shell} signOut={stay} />
      <main id={MAIN_ID} className="mx-auto max-w-content px-4 pt-3 pb-16 md:px-8 print:p-0">
        <Overview view={view} />
      </main>
    </>
  );
}
