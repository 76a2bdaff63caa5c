import { useTranslations } from "next-intl";
import Link from "next/link";
import type { LateUnit } from "@/server/loaders/late-units";

/** Units that owe reports, in the official order: how many, which, and whether it is the second time in a row. */
export function LateUnits({ units }: { readonly units: readonly LateUnit[] }) {
  const t = useTranslations("work.late");
  return (
    <section aria-labelledby="late-units">
      <h2 id="late-units" className="text-section">
        {t("title")} <span className="figure font-normal text-quiet">{units.length}</span>
      </h2>
      <ul className="mt-1 border-b border-hairline">
        {units.map((unit) => (
          <li key={unit.unitId} className="grid gap-0.5 border-t border-hairline py-2.5">
            <p>
              <span className="font-semibold">{unit.unitName}</span>{" "}
              {unit.lateTwice && <span className="font-semibold text-attention">· {t("twice")}</span>}
            </p>
            <p className="text-small text-quiet">
              {t("overdue", { count: unit.overdue, newest: unit.newest.join(", ") })}
            </p>
          </li>
        ))}
      </ul>
      <p className="screen-only pt-2">
        <Link href="/matrix" className="underline">
          {t("matrix")}
        </Link>
      </p>
    </section>
  );
}
