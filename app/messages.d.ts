import type vi from "@/messages/vi.json";
import type { Locale } from "@/messages/translate";

declare module "next-intl" {
  /** A key that no message has fails to compile. */
  interface AppConfig {
    Locale: Locale;
    Messages: typeof vi;
  }
}
