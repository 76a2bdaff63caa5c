/** Words that elsewhere stand inside a sentence, as an entry of a list to choose from: with a capital. */
export function choiceText(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}
