import { useErrorText } from "@/components/ui/use-error-text";
import type { AnyChangeForm } from "./use-change-form";

/** What is wrong with a field of a change, in words: found by a rule, or by the form's own shape. */
export function useFieldErrors({ fieldError }: Pick<AnyChangeForm, "fieldError">) {
  const errorText = useErrorText();
  return (path: string): string | undefined => {
    const problem = fieldError(path);
    return problem && errorText(problem.code, problem.values);
  };
}
