import { useTranslations } from "next-intl";
import Link from "next/link";
import { Notice } from "@/components/ui/notice";
import type { ShellView } from "@/server/loaders/shell";
import { AccountMenu } from "./account-menu";
import { LanguageSwitch } from "./language-switch";
import { TabList } from "./tab-list";
import { ViewControls } from "./view-controls";

interface HeaderBandProps {
  readonly shell: ShellView;
  readonly signOut: (form: FormData) => Promise<void>;
}

/** The head of every page: whose progress it is, what is shown of it, and the rooms. Red stands here and nowhere as a judgement. */
export function HeaderBand({ shell, signOut }: HeaderBandProps) {
  const t = useTranslations("nav");
  const { terms, defaultTermId } = shell;
  return (
    <header className="border-t-4 border-organisation print:border-t-0">
      <div className="flex flex-wrap items-center gap-x-6 gap-y-2 border-b border-hairline bg-raised px-4 py-2 md:px-8 print:px-0">
        <p className="flex min-w-0 flex-wrap items-baseline gap-x-6">
          <Link href="/" className="text-section font-bold no-underline">
            {t("productName")}
          </Link>
          <span className="text-quiet">{shell.organisationName}</span>
        </p>
        <div className="screen-only flex flex-wrap items-center gap-x-3 gap-y-2 lg:ml-auto">
          <ViewControls terms={terms} defaultTermId={defaultTermId} />
          <LanguageSwitch />
          <AccountMenu account={shell.account} signOut={signOut} />
        </div>
      </div>
      <TabList tabs={shell.tabs} terms={terms} defaultTermId={defaultTermId} />
      {shell.warnPlainHttp && (
        <Notice tone="attention" className="screen-only">
          {t("plainHttp")}
        </Notice>
      )}
    </header>
  );
}
