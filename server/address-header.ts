/** Request header in which proxy.ts tells server components the address asked (path and query), for coming back to it. */
export const ADDRESS_HEADER = "x-tien-do-address";
