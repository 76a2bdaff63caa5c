import { useTranslations } from "next-intl";
import { useCountText, useProseCount } from "@/components/ui/use-count-text";
import { countStatuses } from "@/domain/statuses";
import type { OverviewView } from "@/server/loaders/overview";

type HeadlineProps = Pick<OverviewView, "targets" | "final">;

/** The page in one sentence; the tables below are its evidence. */
export function OverviewHeadline({ targets, final }: HeadlineProps) {
  const t = useTranslations("overview.headline");
  const prose = useProseCount();
  const plain = useCountText();
  const { total, kept, parts } = countStatuses(targets.map(({ status }) => status));
  const number = final ? plain : prose;
  const told = parts.map(({ status, count }) => unbroken(t(`part.${status}`, { count: number(count) }))).join(", ");
  const sentence = final
    ? t("finalParts", { headline: t("final", { kept: plain(kept), total: plain(total) }), parts: told })
    : t("running", { total: prose(total), parts: told });
  return <h1 className="max-w-3xl text-page-phone md:text-page">{sentence}</h1>;
}

/** A number stays on the line of its words. */
function unbroken(words: string): string {
  return words.replaceAll(" ", "\u00a0");
}
