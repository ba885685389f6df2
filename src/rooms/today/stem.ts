/**
 * [D8] What is left of a word without its ending, in Dutch or English: enough to tell that two words of a name are one. A name is short and is
 * compared in memory, for a person who looks through some thousands of them; the words of texts are brought back to their stems by the
 * database, by the rules of their language. Words with digits, and short ones, are left as they are.
 * @param word folded: letters without accents, small.
 */
export function stemOf(word: string): string {
  if (word.length < 4 || /[^a-z]/.test(word)) return word
  const bare = word
    .replace(/ies$|ie$|y$/, 'i')
    .replace(/(?<=..[^aiou])s$/, '')
    .replace(/(?<=...)(?:en|e)$/, '')
    .replace(/v$/, 'f')
    .replace(/z$/, 's')
  return bare.replace(/([b-df-hj-np-tv-z])\1$/, '$1').replace(/([aeou])\1(?=[b-df-hj-np-tv-z]+$)/, '$1')
}
