import { rights } from '../../src/access/rights.ts'
import { declared } from '../../src/declared.ts'

export const file = 'docs/reference/rights.md'

/** The one rights table as a page: what no row names is denied. */
export const make = () => {
  const rows = rights.map(row => {
    const kind = declared.kinds.find(it => it.name === row.kind)
    const relation = row.own ? (row.roles.includes('network') ? 'own network, by its link' : `own organisation (${row.own})`) : 'any'
    return `| ${row.kind} (${kind?.words.nl}) | ${row.acts.join(', ')} | ${row.fields?.join(', ') ?? 'all'} | ${row.label ?? 'own clearance'} | ${relation} | ${row.roles.join(', ')} |`
  })
  return `# Rights

Who may change what. Checked on every change, on what was and on what comes, whichever command, import or accepted proposal made it. What no row allows is denied.
What somebody may *see* is their clearance: public, or internal.

| kind | acts | fields | highest label | relation | roles |
|---|---|---|---|---|---|
${rows.join('\n')}
`
}
