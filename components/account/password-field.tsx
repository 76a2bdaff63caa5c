"use client"; // shows and hides what is typed

import { useTranslations } from "next-intl";
import { useState, type ComponentProps } from "react";
import { CheckboxField, TextField } from "@/components/ui/field";

/** A password that can be looked at: Vietnamese typing adds marks where nobody sees them. */
export function PasswordField(props: ComponentProps<typeof TextField>) {
  const t = useTranslations("signIn");
  const [shown, setShown] = useState(false);
  return (
    <div>
      <TextField {...props} type={shown ? "text" : "password"} autoCapitalize="none" spellCheck={false} />
      <CheckboxField
        label={<span className="text-small">{t("showPassword")}</span>}
        checked={shown}
        onChange={(event) => setShown(event.currentTarget.checked)}
      />
    </div>
  );
}
