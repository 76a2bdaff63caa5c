import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { OrderForm } from "@/components/units/order-form";
import { readCalendarDate } from "@/domain/dates";
import { loadUnitForm } from "@/server/loaders/unit-settings";

interface OrderPageProps {
  readonly searchParams: Promise<{ readonly from?: string | string[] }>;
}

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("unitSettingsPage");
  return { title: t("order.title") };
}

/** The official order of the units, from the day on that the address asks for. */
export default async function OrderPage({ searchParams }: OrderPageProps) {
  const [{ from }, t, view] = await Promise.all([searchParams, getTranslations("unitSettingsPage"), loadUnitForm()]);
  const on = readCalendarDate(typeof from === "string" ? from : "") ?? view.proposedOn;
  return (
    <div className="grid gap-6">
      <header className="grid max-w-form gap-2">
        <h1 className="text-page-phone md:text-page">{t("order.title")}</h1>
        <p className="text-quiet">{t("order.meaning")}</p>
      </header>
      <OrderForm key={on} view={view} on={on} />
    </div>
  );
}
