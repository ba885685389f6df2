import assert from 'node:assert/strict'
import { test } from 'node:test'
import * as fc from 'fast-check'
import { refused } from '../../../kernel/refusal.ts'
import { MOST_ITEMS } from '../../../rooms/sources/signals/batch.command.ts'
import { feedApart, mailApart } from './apart.ts'
import { MOST, MOST_BYTES, signalsOf } from './feed.ts'
import { MOST_MAIL, mailOf } from './mail.ts'
import { cut, plain } from './plain.ts'

const bytes = (text: string) => new TextEncoder().encode(text)
const taken = (text: string | Uint8Array) => {
  const got = signalsOf(typeof text === 'string' ? bytes(text) : text)
  assert.ok(!refused(got), JSON.stringify(got))
  return got
}
const refusalOf = (text: string | Uint8Array): string => {
  const got = signalsOf(typeof text === 'string' ? bytes(text) : text)
  return refused(got) ? got.code : `${got.length} items`
}

const rss = (items: string, head = '<?xml version="1.0" encoding="UTF-8"?>') =>
  `${head}<rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><title>Nieuws</title>${items}</channel></rss>`
const one = `<item><title>Drones &amp; havens</title><link>https://x.example/1</link><guid>urn:x:1</guid>
<description>&lt;p&gt;Drie &lt;b&gt;nachten&lt;/b&gt;.&lt;/p&gt;&lt;script&gt;alert(1)&lt;/script&gt;</description><dc:creator>Redactie</dc:creator></item>`

test('[M9] RSS: title and what a reader would see of the text, with mark, link and author', () => {
  assert.deepEqual(taken(rss(one)), [
    {
      origin: 'urn:x:1',
      text: 'Drones & havens\n\nDrie nachten.',
      source: 'https://x.example/1',
      sender: 'Redactie',
      reply: null,
      proof: null,
      quarantine: null,
    },
  ])
})

test('[M9] Atom: the entry, its alternate link and its author', () => {
  const feed = `<feed xmlns="http://www.w3.org/2005/Atom"><title>Nieuws</title><entry><id>tag:x,2025:1</id><title>Uitval</title>
    <link rel="edit" href="https://x.example/edit"/><link href="https://x.example/2"/><summary>In Breda</summary><author><name>A. Bos</name></author></entry></feed>`
  const [it, ...more] = taken(feed)
  assert.equal(more.length, 0)
  assert.deepEqual([it?.origin, it?.text, it?.source, it?.sender], ['tag:x,2025:1', 'Uitval\n\nIn Breda', 'https://x.example/2', 'A. Bos'])
})

test('[M9] the same item twice is one: by its mark, its link, or its very text', () => {
  const bare = (title: string, more = '') => `<item><title>${title}</title>${more}</item>`
  const items = taken(
    rss(
      one +
        one +
        bare('A', '<link>https://x.example/a</link>') +
        bare('B', '<link>https://x.example/a</link>') +
        bare('C') +
        bare('C') +
        bare(''),
    ),
  )
  assert.deepEqual(
    items.map(it => it.text?.split('\n')[0]),
    ['Drones & havens', 'A', 'C'],
  )
  const again = taken(rss(bare('C')))
  assert.equal(again[0]?.origin, items[2]?.origin)
})

test('[M9] only addresses of the web become a source, and a long mark becomes its hash', () => {
  for (const link of ['javascript:alert(1)', 'ftp://x.example', 'https://x.example/ a', `https://x.example/${'a'.repeat(500)}`])
    assert.equal(taken(rss(`<item><title>A</title><link>${link}</link></item>`))[0]?.source, null, link)
  assert.match(taken(rss(`<item><title>A</title><guid>${'g'.repeat(5000)}</guid></item>`))[0]?.origin ?? '', /^[0-9a-f]{64}$/)
})

test('[M9] encodings that are stated are read, others are refused', () => {
  const latin = Buffer.from(rss('<item><title>Cura\u00e7ao</title></item>', '<?xml version="1.0" encoding="ISO-8859-1"?>'), 'latin1')
  assert.equal(taken(latin)[0]?.text, 'Curaçao')
  const wide = Buffer.from(`\ufeff${rss('<item><title>Curaçao</title></item>', '<?xml version="1.0"?>')}`, 'utf16le')
  assert.equal(taken(wide)[0]?.text, 'Curaçao')
  assert.equal(refusalOf(rss(one, '<?xml version="1.0" encoding="x-mac-roman"?>')), 'feed.encoding')
  assert.equal(refusalOf(Buffer.from([0x3c, 0xff, 0xfe, 0x3e])), 'feed.encoding')
})

test('[M9] hostile feeds are refused with their reason, and large ones are cut', () => {
  const bomb = `<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b "bbbbbbbbbb"><!ENTITY c "&b;&b;&b;&b;&b;">]>${rss('<item><title>&c;</title></item>', '')}`
  assert.equal(refusalOf(bomb), 'file.broken-xml')
  assert.equal(refusalOf(`<?xml version="1.0"?><!DOCTYPE a SYSTEM "file:///etc/passwd">${rss(one, '')}`), 'file.broken-xml')
  assert.equal(refusalOf(rss(`<item>${'<a>'.repeat(5000)}${'</a>'.repeat(5000)}</item>`)), 'file.too-deep')
  assert.equal(refusalOf(rss('<item><title>half')), 'file.broken-xml')
  assert.equal(refusalOf('<html><body>Log in</body></html>'), 'feed.other')
  assert.equal(refusalOf(''), 'file.broken-xml')
  assert.equal(refusalOf(new Uint8Array(MOST_BYTES + 1)), 'feed.too-large')
  const many = Array.from({ length: 900 }, (_, i) => `<item><title>${i}</title></item>`).join('')
  assert.equal(MOST, MOST_ITEMS)
  assert.equal(taken(rss(many)).length, MOST)
  assert.ok((taken(rss(`<item><title>A</title><description>${'woord '.repeat(9000)}</description></item>`))[0]?.text?.length ?? 0) < 1600)
})

test('[M9] whatever bytes come, the answer is items that fit or a refusal', () => {
  void fc.assert(
    fc.property(
      fc.oneof(
        fc.uint8Array({ maxLength: 300 }),
        fc.string({ maxLength: 200 }).map(it => bytes(rss(`<item><title>${it}</title></item>`))),
      ),
      any => {
        const got = signalsOf(any)
        if (refused(got)) return
        for (const it of got) assert.ok(it.text && it.text === plain(it.text) && it.origin.length <= 300)
      },
    ),
  )
})

const mail = (heads: string, body = 'Drones boven de haven.') =>
  bytes(`From: "J. Bakker" <j.bakker@haven.example>\r\nTo: meld@x.example\r\n${heads}\r\n\r\n${body}`)

test('[M10] a message: subject and text, who sent it, where an answer goes, and the same message known again', async () => {
  const it = await mailOf(mail('Subject: Drones\r\nMessage-ID: <1@haven.example>\r\nReply-To: wacht@haven.example'))
  assert.deepEqual(
    [it.text, it.sender, it.reply, it.quarantine],
    ['Drones\n\nDrones boven de haven.', 'J. Bakker <j.bakker@haven.example>', 'wacht@haven.example', null],
  )
  const again = await mailOf(mail('Subject: Re: Drones\r\nMessage-ID: <1@haven.example>'))
  assert.equal(again.origin, it.origin)
  assert.match(it.origin, /^[0-9a-f]{64}$/)
  const html = await mailOf(
    mail('Content-Type: text/html', '<p>Drie <b>nachten</b></p><script>x()</script><img src="https://spy.example/1.gif">'),
  )
  assert.equal(html.text, 'Drie nachten')
})

test('[M10] what the receiving server found of the sender is told: its own head, not one that the sender wrote below it', async () => {
  const heads =
    'Authentication-Results: mx.x.example; spf=pass; dkim=fail (bad signature); dmarc=none\r\nAuthentication-Results: evil; dkim=pass'
  assert.equal((await mailOf(mail(heads))).proof, 'spf pass, dkim fail, dmarc none')
  assert.equal((await mailOf(mail('Subject: x'))).proof, null)
})

const parts = (...all: string[]) => mail('Content-Type: multipart/mixed; boundary=B', `${all.map(it => `--B\r\n${it}\r\n`).join('')}--B--`)
test('[M10] attachments are named and not kept; a message of attachments only stands apart', async () => {
  const file = 'Content-Type: application/pdf; name="plan.pdf"\r\nContent-Disposition: attachment; filename="plan.pdf"\r\n\r\n%PDF'
  const it = await mailOf(parts('Content-Type: text/plain\r\n\r\nZie bijlage', file))
  assert.equal(it.text, 'Zie bijlage\n\n[plan.pdf]')
  assert.equal((await mailOf(parts(file))).quarantine, 'attachment')
  assert.equal((await mailOf(parts(...Array<string>(61).fill(file)))).quarantine, 'unsafe')
})

test('[M10] what answers by itself, says nothing or is too large stands apart, with nothing of its contents', async () => {
  const apart: readonly (readonly [Uint8Array, string])[] = [
    [mail('Auto-Submitted: auto-replied'), 'automatic'],
    [mail('Precedence: auto_reply'), 'automatic'],
    [mail('Return-Path: <>'), 'automatic'],
    [mail('X-Autoreply: yes'), 'automatic'],
    [mail('Content-Type: multipart/report; boundary=B', '--B\r\n\r\nx\r\n--B--'), 'automatic'],
    [mail('Subject: leeg', ' \r\n '), 'empty'],
    [new Uint8Array(MOST_MAIL + 1), 'too-large'],
  ]
  for (const [message, reason] of apart) {
    const it = await mailOf(message)
    assert.deepEqual([it.quarantine, it.text, it.sender, it.reply], [reason, null, null, null])
  }
  assert.equal((await mailOf(mail('Auto-Submitted: no'))).quarantine, null)
})

test('[M10] a hundred tortured messages: each becomes text that is plain, or stands apart with nothing in it', async () => {
  const heads = [
    'Subject: =?utf-8?B?8J+YgA==?= =?x-none?Q?=FF=FE?=',
    `Subject: ${'a '.repeat(20_000)}`,
    `Received: ${'x\r\n '.repeat(3000)}`,
    'Content-Type: text/plain; charset=x-unheard-of',
    'Content-Type: multipart/mixed; boundary=',
    'Content-Type: multipart/mixed; boundary="--"',
    'Content-Type: multipart/alternative; boundary=A; boundary=B',
    'Content-Type: message/rfc822',
    'Content-Transfer-Encoding: base64',
    'From: <<<>>>\u0000, "\r\n" <a@b@c>',
  ]
  const bodies = [
    '',
    '\u0000\u0001\ufeff',
    '--A\r\n--A\r\n--A--\r\n--A',
    `----\r\n${'--B\r\nContent-Type: message/rfc822\r\n\r\n'.repeat(8)}x`,
    '====QUJD=ZZ=\r\n=0',
    'begin 644 winmail.dat\r\n#0V%T\r\nend',
    `<html>${'<div>'.repeat(500)}x`,
    '\u202eexe.fdp\u202c'.repeat(50),
    '\ud800\udc00\ud800',
    'x'.repeat(200_000),
  ]
  const taken = { opened: 0, apart: 0 }
  for (const head of heads)
    for (const body of bodies) {
      const it = await mailOf(mail(head, body)).catch(() => null)
      if (it?.text) {
        taken.opened++
        assert.ok(it.text === plain(it.text) && it.text.length <= 4000, `${head.slice(0, 40)} ${body.slice(0, 20)}`)
      } else {
        taken.apart++
        assert.deepEqual([it?.text ?? null, it?.sender ?? null, it?.reply ?? null], [null, null, null])
      }
    }
  assert.equal(taken.opened + taken.apart, 100)
  assert.ok(taken.opened > 30 && taken.apart > 3, JSON.stringify(taken))
})

test('[M10] in a process of its own: what breaks it stands apart, and the one who asked lives on', async () => {
  const nested = Array.from({ length: 40 }, (_, i) => `Content-Type: multipart/mixed; boundary=B${i}\r\n\r\n--B${i}\r\n`).join('')
  const [deep, fine, feed, bomb] = await Promise.all([
    mailApart(bytes(`From: a@x.example\r\n${nested}Content-Type: text/plain\r\n\r\nx`)),
    mailApart(mail('Subject: Goed')),
    feedApart(bytes(rss(one))),
    feedApart(bytes('<!DOCTYPE a [<!ENTITY b "c">]><rss>&b;</rss>')),
  ])
  assert.ok(!refused(deep) && !refused(fine))
  assert.deepEqual([deep.quarantine, deep.text], ['unsafe', null])
  assert.equal(fine.text, 'Goed\n\nDrones boven de haven.')
  assert.ok(!refused(feed) && feed.length === 1)
  assert.ok(refused(bomb) && bomb.code === 'file.broken-xml')
})

test('[V5] a message and a feed are shown to the scanner first: what it names stands apart, and without its answer nothing is taken', async () => {
  const seen: string[] = []
  const says = (fault: 'unreadable' | 'unavailable') => async (it: Uint8Array) => {
    seen.push(Buffer.from(it).toString())
    return { code: `scan.${fault}`, fault, do: { nl: 'Nee.', en: 'No.' } } as const
  }
  const message = mail('Subject: Goed')
  const apart = await mailApart(message, says('unreadable'))
  assert.ok(!refused(apart))
  assert.deepEqual([apart.quarantine, apart.text, apart.sender], ['infected', null, null])
  for (const none of [await mailApart(message, says('unavailable')), await feedApart(bytes(rss(one)), says('unavailable'))])
    assert.ok(refused(none) && none.code === 'scan.unavailable')
  const feed = await feedApart(bytes(rss(one)), says('unreadable'))
  assert.ok(refused(feed) && feed.code === 'scan.unreadable')
  assert.deepEqual(seen, [Buffer.from(message).toString(), Buffer.from(message).toString(), rss(one), rss(one)])
  const clean = await mailApart(message, async () => null)
  assert.ok(!refused(clean) && clean.quarantine === null)
})

test('[M10] text is text: no control characters, no turned direction, never cut within a character', () => {
  assert.equal(plain('a\u202Eb\u0007c\r\nd\u200f\ufeff'), 'abc\nd')
  assert.equal(plain('\ud800x'), '\ufffdx')
  assert.equal(cut('  \n '), null)
  assert.equal(cut('😀😀', 3), '…')
  void fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 60 }), fc.integer({ min: 3, max: 40 }), (text, most) => {
      const said = cut(text, most)
      assert.ok(said === null || (said.length <= most && said.isWellFormed() && plain(said) === said))
    }),
  )
})
