import { useTranslations } from "next-intl";
import Link from "next/link";
import { askAddress, explanationsAddress } from "@/components/explanations/explanation-address";
import { ExplanationLines } from "@/components/explanations/explanation-lines";
import { ButtonLink } from "@/components/ui/button";
import type { TargetView } from "@/server/loaders/targets";

/** What was asked about the target and its figures, and for the leadership the way to ask. */
export function TargetExplanations({ view }: { readonly view: TargetView }) {
  const t = useTranslations("explanations");
  const { explanations, mayAsk, state } = view;
  if (explanations.length === 0 && !mayAsk) return null;
  return (
    <section aria-labelledby="explanations" className="grid grid-cols-1 gap-2 border-t border-strong pt-4">
      <div className="flex flex-wrap items-baseline justify-between gap-x-6">
        <h2 id="explanations" className="text-section">
          {t("title")}
        </h2>
        <Link href={explanationsAddress(state.termId, null)} className="screen-only text-small">
          {t("all")}
        </Link>
      </div>
      {explanations.length === 0 ? (
        <p className="text-quiet">{t("noneOfTarget")}</p>
      ) : (
        <ExplanationLines items={explanations} />
      )}
      {mayAsk && (
        <div>
          <ButtonLink href={askAddress(state.termId, { target: view.code })}>{t("newAboutTarget")}</ButtonLink>
        </div>
      )}
    </section>
  );
}
