import { useTranslations } from "next-intl";
import { useCountText, useProseCount } from "@/components/ui/use-count-text";
import type { Status } from "@/domain/statuses";
import type { OverviewView } from "@/server/loaders/overview";

/** The order in which the sentence tells how many targets have each status: the kept ones first. */
const ORDER: readonly Status[] = [
  "met",
  "exceeded",
  "reached",
  "on_track",
  "at_risk",
  "behind",
  "not_met",
  "out_of_reach",
  "no_data",
  "no_plan",
];

type HeadlineProps = Pick<OverviewView, "targets" | "final">;

/** The page in one sentence; the tables below are its evidence. */
export function OverviewHeadline({ targets, final }: HeadlineProps) {
  const t = useTranslations("overview.headline");
  const prose = useProseCount();
  const plain = useCountText();
  const count = (status: Status) => targets.filter((target) => target.status === status).length;
  const number = final ? plain : prose;
  const parts = ORDER.filter((status) => count(status) > 0)
    .map((status) => unbroken(t(`part.${status}`, { count: number(count(status)) })))
    .join(", ");
  const kept = plain(count("met") + count("exceeded"));
  const sentence = final
    ? t("finalParts", { headline: t("final", { kept, total: plain(targets.length) }), parts })
    : t("running", { total: prose(targets.length), parts });
  return <h1 className="max-w-3xl text-page-phone md:text-page">{sentence}</h1>;
}

/** A number stays on the line of its words. */
function unbroken(words: string): string {
  return words.replaceAll(" ", "\u00a0");
}
