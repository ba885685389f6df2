import type { Thing } from '../model/snapshot.ts'
import type { PageContext } from './page.ts'

/** What a page says of a document that evidence names: its name, code, address, date and language; with its text, where the page has it. */
export const documentOn =
  (page: PageContext, texts: Readonly<Record<string, string | null>> = {}) =>
  (id: string) => {
    const document = page.snapshot.get('document', id)
    return (
      document && {
        name: page.name(id) ?? document.code,
        code: document.code,
        href: page.link(document as unknown as Thing),
        date: document.body.date,
        lang: document.body.language ?? undefined,
        text: texts[id],
      }
    )
  }
