import type { ReactNode } from "react";
import { ChangeMessagesProvider } from "@/components/changes/change-messages";
import { SettingsNav } from "@/components/settings/settings-nav";
import { requireActor } from "@/server/require-actor";

/** The office's rooms: their own navigation, and what was last done in them. */
export default async function SettingsLayout({ children }: { readonly children: ReactNode }) {
  await requireActor("terms.configure");
  return (
    <>
      <SettingsNav />
      <ChangeMessagesProvider>
        <div className="pt-6 print:pt-0">{children}</div>
      </ChangeMessagesProvider>
    </>
  );
}
