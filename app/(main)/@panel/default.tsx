/** No number was chosen: nothing stands over the page. */
export default function NoPanel() {
  return null;
}
