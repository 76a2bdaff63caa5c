import type { Locale, Messages } from "@/messages/translate";

declare module "next-intl" {
  /** A key that no message has fails to compile. */
  interface AppConfig {
    Locale: Locale;
    Messages: Messages;
  }
}
