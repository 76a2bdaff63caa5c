import { useTranslations } from "next-intl";

const ROW_FIELDS = ["role", "unitId", "from", "to"] as const;

/** How people call a field of an account's forms at a path, those of its roles included: `holdings.0.from`. */
export function useAccountFieldLabel(): (path: string) => string {
  const t = useTranslations("accountSettings");
  return (path) => {
    const [name = "", index, field] = path.split(".");
    if (name === "displayName" || name === "login") return t(name);
    const row = index === undefined ? t("roles.one") : t("roles.row", { number: Number(index) + 1 });
    const part = ROW_FIELDS.find((each) => each === field);
    return part ? `${row}, ${t(`roles.${part}`)}` : row;
  };
}
