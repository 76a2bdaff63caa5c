import { useTranslations } from "next-intl";
import Link from "next/link";
import { Cell, HeadCell, Row, Table, TableHead } from "@/components/ui/table";
import { useDateText } from "@/components/ui/use-date-text";
import type { TreeUnitView } from "@/server/loaders/unit-settings";

interface UnitTreeProps {
  readonly units: readonly TreeUnitView[];
  /** Where a unit's own page is; without it names are not links. */
  readonly addressOf?: (code: string) => string;
}

const INDENTS = ["", "pl-8", "pl-14", "pl-20", "pl-24"] as const;

/** The units from top to bottom, each below its parent, in the official order. */
export function UnitTree({ units, addressOf }: UnitTreeProps) {
  const t = useTranslations("unitSettingsPage");
  const dateText = useDateText();
  return (
    <Table caption={t("tree.caption")}>
      <TableHead>
        <tr>
          <HeadCell>{t("tree.name")}</HeadCell>
          <HeadCell>{t("tree.kind")}</HeadCell>
          <HeadCell className="max-sm:hidden">{t("tree.code")}</HeadCell>
          <HeadCell numeric>{t("tree.from")}</HeadCell>
        </tr>
      </TableHead>
      <tbody>
        {units.map(({ id, code, name, kind, level, from }) => (
          <Row key={id}>
            <HeadCell scope="row" className={INDENTS[Math.min(level, INDENTS.length - 1)]}>
              {addressOf ? (
                <Link href={addressOf(code)} className="underline">
                  {name}
                </Link>
              ) : (
                name
              )}
            </HeadCell>
            <Cell className="text-quiet whitespace-nowrap">{t(`kind.${kind}`)}</Cell>
            <Cell className="text-quiet max-sm:hidden">{code}</Cell>
            <Cell numeric className="text-quiet">
              {dateText(from)}
            </Cell>
          </Row>
        ))}
      </tbody>
    </Table>
  );
}
