/** Rubrics that open a line of a paper: what carries one goes to no other machine, whatever label somebody gave it. */
const rubric =
  /^(?:DEP(?:ARTEMENTAAL)? V(?:ERTROUWELIJK)?|STG|STAATSGEHEIM|(?:NATO|EU) (?:RESTRICTED|CONFIDENTIAL|SECRET)|COSMIC TOP SECRET|(?:RESTREINT|CONFIDENTIEL|SECRET|TRES SECRET) UE|TLP (?:AMBER|RED))(?= |$)/
/** Words that mark a paper only where they are the whole line. */
const alone = /^(?:(?:ZEER )?GEHEIM|VERTROUWELIJK|CONFIDENTIEEL|CONFIDENTIAL|(?:TOP )?SECRET|RESTRICTED|INTERN(?: GEBRUIK)?|NIET OPENBAAR)$/
const name = /^(?:RUBRICERING|MERKING|CLASSIFICATIE|CLASSIFICATION|MARKING) /
/** A stamp is short, perhaps with a page number behind it. */
const LONGEST = 60

/** The rubric a text carries on a line of its own (a head, a foot, a stamp), or null. What a sentence says of secrets is no rubric. */
export function markingOf(text: string): string | null {
  for (const line of text.split(/[\n\r\f]/)) {
    if (line.length > 2 * LONGEST) continue
    const letters = line.toUpperCase().replaceAll('È', 'E')
    const plain = letters
      .replace(/[^A-Z]{1,200}/g, ' ')
      .trim()
      .replace(name, '')
    const stamp = plain.length <= LONGEST && !/[a-z]{4}[.!?]\s*$/.test(line) ? rubric.exec(plain) : null
    const found = alone.exec(plain) ?? stamp
    if (found) return found[0]
  }
  return null
}
