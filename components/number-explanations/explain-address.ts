import { viewAddress } from "@/components/shell/view-address";
import type { NumberAddress } from "@/domain/number-names";
import type { ViewState } from "@/server/loaders/view-state";

/** The page that tells where a number comes from, under a view. */
export function explainAddress(
  { measureCode, number, unitCode, yearId, periodKey }: NumberAddress,
  state: Partial<ViewState>,
): string {
  const query = new URLSearchParams({ number });
  if (unitCode) query.set("unit", unitCode);
  if (yearId) query.set("year", yearId);
  if (periodKey) query.set("period", periodKey);
  const address = viewAddress(`/explain/${encodeURIComponent(measureCode)}`, state);
  return `${address}${address.includes("?") ? "&" : "?"}${query.toString()}`;
}
