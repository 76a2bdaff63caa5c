import { useTranslations } from "next-intl";
import { useErrorText } from "@/components/ui/use-error-text";
import { Cell, HeadCell, Row, Table, TableHead } from "@/components/ui/table";
import type { TargetMeasureView, TargetView } from "@/server/loaders/targets";
import type { WhatIfView } from "@/server/loaders/target-what-if";
import { targetAddress } from "@/components/shell/view-address";
import { WhatIfForm } from "./what-if-form";

interface WhatIfProps {
  readonly measure: TargetMeasureView;
  readonly view: TargetView;
}

/** What the term comes to at a pace that the reader chooses: a field and a slider, without script a small table. */
export function WhatIf({ measure, view }: WhatIfProps) {
  const t = useTranslations("whatIf");
  const errorText = useErrorText();
  const { whatIf } = measure;
  if (whatIf === null) return null;
  const frequency = t(`frequency.${whatIf.frequency}`);
  const { termId, asOf, basis } = view.state;
  const isOneOfSeveral = view.measures.length > 1;
  return (
    <section id={`what-if-${measure.id}`} className="screen-only grid max-w-3xl grid-cols-1 gap-2">
      <h3 className="text-section">{t("title", { frequency })}</h3>
      <p className="text-small text-quiet">{t("text", { frequency, steps: whatIf.stepsLeft })}</p>
      <WhatIfForm
        address={`${targetAddress(view.code, {})}#what-if-${measure.id}`}
        state={{ term: termId, asOf, basis, ...(isOneOfSeveral ? { measure: measure.id } : {}) }}
        view={whatIf}
        problem={whatIf.problem && errorText(whatIf.problem, {})}
        labels={{ pace: t("pace", { frequency, unit: whatIf.unit }), ask: t("ask"), slider: t("slider") }}
      />
      <noscript>
        <WhatIfTable name={measure.name} whatIf={whatIf} />
      </noscript>
    </section>
  );
}

function WhatIfTable({ name, whatIf }: { readonly name: string; readonly whatIf: WhatIfView }) {
  const t = useTranslations("whatIf");
  const frequency = t(`frequency.${whatIf.frequency}`);
  return (
    <Table fits caption={t("tableCaption", { name })}>
      <TableHead>
        <tr>
          <HeadCell numeric>{t("pace", { frequency, unit: whatIf.unit })}</HeadCell>
          <HeadCell numeric>{t("end")}</HeadCell>
          <HeadCell className="pl-6">{t("outcomeHead")}</HeadCell>
        </tr>
      </TableHead>
      <tbody>
        {whatIf.positions
          .filter(({ typed }) => whatIf.offered.includes(typed))
          .map(({ typed, pace, end, outcome }) => (
            <Row key={typed}>
              <Cell numeric>{pace}</Cell>
              <Cell numeric>{end}</Cell>
              <Cell className="pl-6">{outcome}</Cell>
            </Row>
          ))}
      </tbody>
    </Table>
  );
}
