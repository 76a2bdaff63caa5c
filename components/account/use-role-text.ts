import { useTranslations } from "next-intl";
import { useDateText } from "@/components/ui/use-date-text";
import type { HeldRole } from "@/server/loaders/accounts";

/** Writes a role that is held: `Bí thư chi bộ: Chi bộ 1 (đến 31/12/2023)`. */
export function useRoleText(): (held: HeldRole) => string {
  const t = useTranslations("account");
  const dateText = useDateText();
  return ({ role, unitName, until }) => {
    const name = t(`role.${role}`);
    const ofUnit = unitName === null ? name : t("roleOfUnit", { role: name, unit: unitName });
    return until === null ? ofUnit : t("roleUntil", { role: ofUnit, day: dateText(until) });
  };
}
