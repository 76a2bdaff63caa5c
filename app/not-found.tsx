import { NotFoundMessage } from "@/components/shell/not-found-message";

/** An address that no page has. */
export default function NotFound() {
  return <NotFoundMessage as="page" />;
}
