import { useTranslations } from "next-intl";
import Link from "next/link";
import type { ErrorCode } from "@/domain/errors";
import { UPLOAD_FILE_BYTES } from "@/domain/inputs/uploads";
import type { EntryFilesView } from "@/server/loaders/entry-files";
import { DownloadForm } from "./download-form";
import { UploadForm } from "./upload-form";

const MEGABYTE = 1_000_000;

interface EntryFilesProps {
  readonly view: EntryFilesView;
  /** Why no file came. */
  readonly problem: ErrorCode | null;
}

/** Reports by file: what can be downloaded, and a file to bring back. */
export function EntryFiles({ view, problem }: EntryFilesProps) {
  const t = useTranslations("entryFiles");
  return (
    <div className="mx-auto grid max-w-form gap-8">
      <header className="grid gap-1">
        <p className="screen-only text-small">
          <Link href={view.enters ? "/entry" : "/matrix"} className="underline">
            {t(view.enters ? "back" : "backToMatrix")}
          </Link>
        </p>
        <h1 className="text-page-phone md:text-page">{t(view.enters ? "headline" : "headlineShown")}</h1>
        <p className="max-w-3xl text-quiet">{t(view.enters ? "text" : "textShown")}</p>
        {view.enters && view.showsOthers && <p className="max-w-3xl text-quiet">{t("textOthers")}</p>}
      </header>
      <section aria-labelledby="entry-download" className="grid gap-3">
        <h2 id="entry-download" className="text-section font-semibold">
          {t(view.enters ? "download.title" : "download.titleAlone")}
        </h2>
        {view.units.length === 0 ? (
          <p className="text-quiet">{t(view.periods.length === 0 ? "download.none" : "noUnit")}</p>
        ) : (
          <DownloadForm view={view} problem={problem} />
        )}
      </section>
      {view.enters && <UploadSection />}
    </div>
  );
}

function UploadSection() {
  const t = useTranslations("entryFiles.upload");
  return (
    <section aria-labelledby="entry-upload" className="grid gap-3">
      <h2 id="entry-upload" className="text-section font-semibold">
        {t("title")}
      </h2>
      <p className="max-w-3xl text-quiet">{t("text", { megabytes: UPLOAD_FILE_BYTES / MEGABYTE })}</p>
      <noscript>
        <p className="font-semibold">{t("needsScript")}</p>
      </noscript>
      <UploadForm />
    </section>
  );
}
