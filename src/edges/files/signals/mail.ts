import { createHash } from 'node:crypto'
import PostalMime, { type Address, type Email } from 'postal-mime'
import { refused } from '../../../kernel/refusal.ts'
import type { Item } from '../../../rooms/sources/signals/batch.command.ts'
import { readHtml } from '../marked/html.ts'
import { cut, oneLine } from './plain.ts'

/** The largest message that is opened, in bytes. */
export const MOST_MAIL = 10 * 1024 * 1024
/** More parts than any letter has. */
const PARTS = 60

const sha = (text: string | Uint8Array): string => createHash('sha256').update(text).digest('hex')

/** What came in and is not opened: that it came, why not, and a mark by which the same is known again. Nothing of its contents. */
export const closedMail = (bytes: Uint8Array, quarantine: NonNullable<Item['quarantine']>): Item => ({
  origin: sha(bytes),
  text: null,
  source: null,
  sender: null,
  reply: null,
  proof: null,
  quarantine,
})

/**
 * An e-mail as a signal to be: subject and text as plain text, who sent it and where an answer goes, attachments by name only. An automatic
 * reply is never a signal (two machines would answer each other for ever), and neither is a message without text.
 */
export async function mailOf(bytes: Uint8Array): Promise<Item> {
  if (bytes.byteLength > MOST_MAIL) return closedMail(bytes, 'too-large')
  const mail = await PostalMime.parse(bytes, { maxNestingDepth: 10, maxHeadersSize: 256 * 1024 })
  if (automatic(mail)) return closedMail(bytes, 'automatic')
  if (mail.attachments.length > PARTS) return closedMail(bytes, 'unsafe')
  const body = shown(mail)
  if (body === null) return closedMail(bytes, 'unsafe')
  if (cut(body) === null) return closedMail(bytes, mail.attachments.length > 0 ? 'attachment' : 'empty')
  const attached = mail.attachments.map(it => `[${oneLine(it.filename ?? it.mimeType, 200) ?? '?'}]`).join(' ')
  const from = oneOf(mail.from)
  return {
    origin: sha(mail.messageId ?? bytes),
    text: cut([oneLine(mail.subject), body, attached].filter(Boolean).join('\n\n')),
    source: null,
    sender: oneLine([from?.name, from?.address && `<${from.address}>`].filter(Boolean).join(' ')),
    reply: oneLine(oneOf(mail.replyTo?.[0])?.address ?? from?.address),
    proof: proven(mail),
    quarantine: null,
  }
}

/** What the server that received it found of the sender (RFC 8601): the topmost of such heads, since a sender can write others below it. */
function proven({ headers }: Email): string | null {
  const said =
    headers
      .find(it => it.key === 'authentication-results')
      ?.value.toLowerCase()
      .slice(0, 2000) ?? ''
  return oneLine(
    [...said.matchAll(/\b(spf|dkim|dmarc)=([a-z]{1,12})/g)]
      .slice(0, 6)
      .map(([, what, found]) => `${what} ${found}`)
      .join(', '),
    100,
  )
}

const oneOf = (address: Address | undefined) => (address && 'address' in address ? address : undefined)

/** RFC 3834, and what mail programs do that do not know it. */
function automatic({ headers }: Email): boolean {
  const said = (name: string) =>
    headers
      .find(it => it.key === name)
      ?.value.toLowerCase()
      .trim() ?? ''
  const auto = said('auto-submitted')
  return (
    (auto !== '' && !auto.startsWith('no')) ||
    /^(?:junk|auto_reply)/.test(said('precedence')) ||
    said('x-autoreply') !== '' ||
    said('x-autorespond') !== '' ||
    /^multipart\/report/.test(said('content-type')) ||
    /^<>$/.test(said('return-path'))
  )
}

/** The plain text, or what the HTML shows where there is none. Null where it cannot be read. */
function shown({ text, html }: Email): string | null {
  if (text?.trim()) return text
  if (!html?.trim()) return ''
  const read = readHtml(html)
  return refused(read) ? null : read.text
}
