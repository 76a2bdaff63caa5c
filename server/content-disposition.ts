// A download's name in a header: RFC 6266, with the marks of the name as RFC 5987 writes them.

const NOT_PLAIN = /[^\x20-\x7e]|["\\%]/gu;
const NOT_ENCODED_BY_URI = /[!'()*]/gu;

/** `attachment` with a file's name: as it is for every browser of today, without marks for what is older. */
export function attachmentHeader(name: string): string {
  const plain = name
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .replace(/đ/gu, "d")
    .replace(/Đ/gu, "D")
    .replace(NOT_PLAIN, "_");
  const encoded = encodeURIComponent(name).replace(
    NOT_ENCODED_BY_URI,
    (mark) => `%${mark.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `attachment; filename="${plain}"; filename*=UTF-8''${encoded}`;
}
