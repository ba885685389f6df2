import PostalMime, { type Address } from 'postal-mime'
import { isDay } from '../../../kernel/day.ts'
import { type Refusal, refused } from '../../../kernel/refusal.ts'
import type { Laid } from '../laid.ts'
import { readHtml } from './html.ts'
import { Marked } from './marked.ts'

/** An e-mail: its heads as lines, then its plain text, or its HTML where it has none. Attachments are named, and are documents of their own. */
export async function readMail(bytes: Uint8Array): Promise<Laid | Refusal> {
  const mail = await PostalMime.parse(bytes, { maxNestingDepth: 3 })
  const out = new Marked()
  const said = (address: Address | undefined): string =>
    address ? [address.name, address.address && `<${address.address}>`].filter(Boolean).join(' ') : ''
  const day = mail.date ? mail.date.slice(0, 10) : ''
  out.lines([
    mail.from ? `Van: ${said(mail.from)}` : '',
    mail.to && mail.to.length > 0 ? `Aan: ${mail.to.map(said).join('; ')}` : '',
    mail.subject ? `Onderwerp: ${mail.subject}` : '',
    ...mail.attachments.map(it => `Bijlage: ${it.filename ?? it.mimeType}`),
  ])
  const html = !mail.text?.trim() && mail.html ? readHtml(mail.html) : null
  if (refused(html)) return html
  const text = html ? html.text : (mail.text ?? '')
  return {
    text: `${out.finish()}\n${text.replaceAll('\r\n', '\n')}`,
    encoding: 'e-mail',
    format: 'text',
    stated: { title: mail.subject ?? null, date: isDay(day) ? day : null },
  }
}
