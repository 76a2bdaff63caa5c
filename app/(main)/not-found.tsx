import { NotFoundMessage } from "@/components/shell/not-found-message";

/** A page that has nothing of this name: the header stays. */
export default function NotFound() {
  return <NotFoundMessage as="message" />;
}
