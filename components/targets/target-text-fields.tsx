"use client"; // stands in forms

import { useTranslations } from "next-intl";
import { TextAreaField, TextField } from "@/components/ui/field";

interface TargetTextFieldsProps {
  readonly typed: { readonly wording: string; readonly name: string };
  readonly wordingHint?: string;
  readonly onWording: (wording: string) => void;
  readonly onName: (name: string) => void;
  readonly error: (path: string) => string | undefined;
}

/** A target in the resolution's words, and what it is called for short. */
export function TargetTextFields({ typed, wordingHint, onWording, onName, error }: TargetTextFieldsProps) {
  const t = useTranslations("targetSettings");
  return (
    <>
      <TextAreaField
        label={t("wording")}
        hint={wordingHint}
        value={typed.wording}
        onChange={(event) => onWording(event.target.value)}
        error={error("wording")}
      />
      <TextField
        label={t("name")}
        value={typed.name}
        onChange={(event) => onName(event.target.value)}
        error={error("name")}
      />
    </>
  );
}
