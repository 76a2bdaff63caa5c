/** Codes that nothing may be given: where its page would stand is the page for a new one (`/settings/terms/new`). */
export const RESERVED_CODES: readonly string[] = ["new"];

/** The same for units, beside which further pages stand (`/settings/units/order`). */
export const RESERVED_UNIT_CODES: readonly string[] = [...RESERVED_CODES, "order", "events"];
