import Link from "next/link";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import type { ReportHead } from "@/server/loaders/report-views";
import { useDateText } from "@/components/ui/use-date-text";
import { DueText } from "./due-text";
import { StandingMark } from "./standing-mark";

interface ReportHeaderProps {
  readonly head: ReportHead;
  /** The list that the page belongs to. */
  readonly parent: { readonly href: string; readonly label: string };
  readonly children?: ReactNode;
}

/** The top of a report's page: whose it is, for which period, where it stands and when it is due. */
export function ReportHeader({ head, parent, children }: ReportHeaderProps) {
  const t = useTranslations("entry");
  const dateText = useDateText();
  return (
    <header className="grid gap-1">
      <nav aria-label={t("breadcrumb")} className="screen-only text-small text-quiet">
        <Link href={parent.href} className="underline">
          {parent.label}
        </Link>{" "}
        / {head.unit.name}
      </nav>
      <h1 className="text-page-phone md:text-page">{t("report", { period: head.period.title })}</h1>
      <p className="flex flex-wrap items-baseline gap-x-3 gap-y-1 text-quiet">
        <span>
          {head.unit.name} · <DueText head={head} /> · {t("due.counts", { date: dateText(head.period.endsOn) })}
        </span>
        <StandingMark standing={head.standing} />
      </p>
      {children}
    </header>
  );
}
