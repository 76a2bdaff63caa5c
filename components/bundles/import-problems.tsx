"use client"; // part of the import form, which lives in the browser

import { useTranslations } from "next-intl";
import { Fold } from "@/components/ui/fold";
import { Notice } from "@/components/ui/notice";
import { useCountText, useProseCount } from "@/components/ui/use-count-text";
import type { ToldProblem } from "@/server/loaders/bundle-settings";

/** So many are told at once; the others are folded, so that the page stays readable. */
const TOLD_AT_ONCE = 20;

interface ImportProblemsProps {
  readonly identical: boolean;
  readonly problems: readonly ToldProblem[];
}

/** Every reason why a file is not taken, at its place in the file. */
export function ImportProblems({ identical, problems }: ImportProblemsProps) {
  const t = useTranslations("bundleSettings.refused");
  const countText = useCountText();
  const prose = useProseCount();
  if (identical) return <Notice live title={t("identical")} />;
  // Of another file than ours, everything is wrong: what it is says enough.
  const isForeign = problems.some(({ path }) => path === "format");
  if (isForeign) {
    return (
      <Notice tone="problem" live title={t("foreign")}>
        {t("foreignText")}
      </Notice>
    );
  }
  const rest = problems.slice(TOLD_AT_ONCE);
  return (
    <div className="grid gap-3">
      <Notice tone="problem" live title={t("title", { count: problems.length, shown: prose(problems.length) })}>
        {t("text")}
      </Notice>
      <ProblemTexts problems={problems.slice(0, TOLD_AT_ONCE)} />
      {rest.length > 0 && (
        <Fold summary={t("more", { count: countText(rest.length) })}>
          <ProblemTexts problems={rest} />
        </Fold>
      )}
    </div>
  );
}

function ProblemTexts({ problems }: { readonly problems: readonly ToldProblem[] }) {
  const t = useTranslations("bundleSettings.refused");
  return (
    <ul className="grid">
      {problems.map(({ path, text }, place) => (
        <li key={`${path} ${place}`} className="border-b border-hairline py-1.5">
          <code className="text-small break-all">{path || t("wholeFile")}</code>: {text}
        </li>
      ))}
    </ul>
  );
}
