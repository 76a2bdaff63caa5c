// `npm run bench`: how fast the overview is.
export { main } from "@/tests/bench/overview";
