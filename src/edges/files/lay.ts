import { type Refusal, refused } from '../../kernel/refusal.ts'
import { decode } from '../../rooms/sources/read/text/decode.ts'
import type { Laid } from './laid.ts'
import { otherFormat } from './refusals.ts'

/**
 * Bytes of any format to one text. What a file is follows from what is in it, never from its name alone: a name only tells Markdown
 * and e-mail, which are plain text too, from other text.
 */
export async function layOut(bytes: Uint8Array, named: 'text' | 'markdown' | 'mail' = 'text'): Promise<Laid | Refusal> {
  const head = String.fromCharCode(...bytes.subarray(0, 1024))
  if (head.includes('%PDF-')) return (await import('./pdf/read.ts')).readPdf(bytes)
  if (head.startsWith('PK\u0003\u0004')) return archive(bytes)
  if (named === 'mail' || mailHead.test(head)) return (await import('./marked/mail.ts')).readMail(bytes)
  const decoded = decode(bytes)
  if (refused(decoded)) return decoded
  const { text, encoding } = decoded
  const start = text.slice(0, 2000).trimStart()
  if (/^<\?xml|^<(?:officiele-publicatie|kamerwrk)[\s>]/.test(start) && !/<html[\s>]/i.test(start)) {
    const laid = (await import('./marked/official.ts')).readXml(text)
    return refused(laid) ? laid : { ...laid, encoding }
  }
  if (/^(?:<!doctype html|<html|<head|<body)[\s>]/i.test(start.replace(/^<\?xml[^>]{0,200}\?>\s{0,20}/, ''))) {
    const laid = (await import('./marked/html.ts')).readHtml(text)
    return refused(laid) ? laid : { ...laid, encoding }
  }
  return { text, encoding, format: named === 'markdown' ? 'markdown' : 'text', stated: {} }
}

/** Two heads that only a message begins with. */
const mailHead =
  /^(?:(?:Return-Path|Received|From|Date|Subject|To|Message-ID|MIME-Version|Delivered-To|DKIM-Signature|X-[\w-]{1,40}): .{0,900}\r?\n(?:[ \t].{0,900}\r?\n){0,20}){2}/i

async function archive(bytes: Uint8Array): Promise<Laid | Refusal> {
  const { unzip } = await import('./unzip.ts')
  const kinds = unzip(bytes, name => name === '[Content_Types].xml')
  if (refused(kinds)) return kinds
  const types = kinds.get('[Content_Types].xml')
  if (!types || !new TextDecoder().decode(types).includes('wordprocessingml')) return otherFormat(types ? 'XLSX, PPTX' : 'ZIP, ODT')
  return (await import('./marked/docx.ts')).readDocx(bytes)
}
