import { useTranslations } from "next-intl";
import type { NumberExplanationView } from "@/server/loaders/number-explanation-views";

/** How the number is computed: in words, then with its numbers. */
export function Formula({ view }: { readonly view: NumberExplanationView }) {
  const t = useTranslations("explain.formula");
  const { formula, value } = view;
  return (
    <section aria-label={t("title")} className="grid gap-1">
      <h2 className="text-section">{t("title")}</h2>
      {formula === null ? (
        <p>
          <Unwritten view={view} />
        </p>
      ) : (
        <>
          <p className="text-quiet first-letter:uppercase">{formula.words}</p>
          {formula.numbers !== value && formula.numbers !== formula.words && (
            <p className="figure whitespace-normal">
              {formula.numbers} = <strong>{value}</strong>
            </p>
          )}
          <p className="text-small text-quiet">{t(view.number === "required" ? "roundedUp" : "exact")}</p>
        </>
      )}
    </section>
  );
}

/** What takes the place of a formula. */
function Unwritten({ view }: { readonly view: NumberExplanationView }) {
  const t = useTranslations("explain.formula");
  if (view.number === "reports") return t("reports");
  return t(view.measure.kind === "judged" && view.value !== null ? "judged" : "none");
}
