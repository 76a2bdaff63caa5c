import { useTranslations } from "next-intl";
import Link from "next/link";
import { targetAddress } from "@/components/shell/view-address";
import type { TargetView } from "@/server/loaders/targets";

/** The targets before and after this one in the resolution. */
export function TargetNeighbours({ view }: { readonly view: TargetView }) {
  const t = useTranslations("targets");
  const { previous, next, state } = view;
  if (!previous && !next) return null;
  return (
    <nav
      aria-label={t("neighbours")}
      className="screen-only flex flex-wrap justify-between gap-4 border-t border-hairline pt-4"
    >
      {previous && <Link href={targetAddress(previous.code, state)}>{t("previous", previous)}</Link>}
      {next && (
        <Link className="ml-auto" href={targetAddress(next.code, state)}>
          {t("next", next)}
        </Link>
      )}
    </nav>
  );
}
