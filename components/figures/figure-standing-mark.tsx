import clsx from "clsx";
import { useTranslations } from "next-intl";
import { Mark } from "@/components/ui/mark";
import type { FigureStanding } from "@/domain/figure-history";

const TONES: Record<FigureStanding, string> = {
  accepted: "text-met",
  provisional: "text-on-track",
  replaced: "text-none",
  returned: "text-attention",
  withdrawn: "text-none",
  draft: "text-ink",
};

/** What a value counts towards: a shape and words, then a colour. */
export function FigureStandingMark({ standing }: { readonly standing: FigureStanding }) {
  const t = useTranslations("figureHistory.standing");
  return (
    <Mark className={clsx("font-semibold", TONES[standing])} shape={<path d={SHAPES[standing]} strokeWidth="1.8" />}>
      {t(standing)}
    </Mark>
  );
}

const SHAPES: Record<FigureStanding, string> = {
  accepted: "m1.8 7.4 3.6 3.8 6.8-8",
  provisional: "M2 7h9M7.4 3.2 11.2 7l-3.8 3.8",
  replaced: "M2.5 7h9",
  returned: "M12 7H3M6.6 3.2 2.8 7l3.8 3.8",
  withdrawn: "m2.4 2.4 9.2 9.2m0-9.2-9.2 9.2",
  draft: "M2 12.2h10M3.2 9.4 10 2.6l1.8 1.8L5 11.2l-2.4.6Z",
};
