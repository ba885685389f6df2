/**
 * multipart/form-data (RFC 7578) as it streams in: texts whole, files up to a limit. Where a file goes over it, reading stops there:
 * what came before is kept, what comes after is never taken in.
 */
export interface Sent {
  readonly texts: Readonly<Record<string, string>>
  readonly files: Readonly<Record<string, { readonly name: string; readonly bytes: Buffer }>>
  /** The field whose file was over the limit. */
  readonly over?: string
  /** The bytes do not follow the form they announce, or hold more fields than any form of ours. */
  readonly broken?: true
}
export interface Limits {
  /** Bytes of one file. */
  readonly file: number
  /** Bytes of all texts together. */
  readonly texts: number
  readonly parts: number
}
const HEADERS = 8192

/** The boundary a content type announces; undefined where it is no multipart form. */
export const boundaryOf = (type: string): string | undefined =>
  /^multipart\/form-data\s*;.*?\bboundary=(?:"([^"]{1,70})"|([^\s;"]{1,70})(?=[\s;]|$))/i.exec(type)?.slice(1).find(Boolean)

/** What a part's headers call it: field, and file name where it has one. Browsers write quotes in names as %22. */
function namesOf(headers: string): { field: string; file?: string } | undefined {
  const line = /^content-disposition:\s*form-data(.*)$/im.exec(headers)?.[1]
  const field = line && /;\s*name="([^"]*)"/i.exec(line)?.[1]
  if (field === undefined || field === '') return undefined
  const file = /;\s*filename="([^"]*)"/i.exec(line ?? '')?.[1]
  return {
    field,
    ...(file !== undefined && {
      file: file
        .replaceAll('%22', '"')
        .replace(/^.*[\\/]/, '')
        .slice(0, 255),
    }),
  }
}

export async function sentParts(body: ReadableStream<Uint8Array>, boundary: string, limits: Limits): Promise<Sent> {
  const reader = body.getReader()
  const texts: Record<string, string> = Object.create(null)
  const files: Record<string, { name: string; bytes: Buffer }> = Object.create(null)
  const border = Buffer.from(`\r\n--${boundary}`, 'latin1')
  // The first border has no line end before it; giving it one makes all borders alike.
  let held: Buffer = Buffer.from('\r\n')
  let ended = false
  let [count, room] = [0, limits.texts]

  const more = async (): Promise<boolean> => {
    const { done, value } = await reader.read()
    if (done) ended = true
    else held = held.length === 0 ? Buffer.from(value.buffer, value.byteOffset, value.byteLength) : Buffer.concat([held, value])
    return !done
  }
  /** Everything up to a mark, which is taken off too; null where it never comes, 'over' where it is more than `most` bytes. */
  const upTo = async (mark: Buffer | string, most: number): Promise<Buffer | null | 'over'> => {
    const out: Buffer[] = []
    let size = 0
    for (;;) {
      const at = held.indexOf(mark)
      // Without the mark, all but what may be its beginning is certain.
      const sure = at >= 0 ? at : Math.max(0, held.length - mark.length + 1)
      size += sure
      if (size > most) return 'over'
      out.push(held.subarray(0, sure))
      held = held.subarray(at >= 0 ? at + mark.length : sure)
      if (at >= 0) return Buffer.concat(out)
      if (!(await more())) return null
    }
  }
  const stop = async (as: Pick<Sent, 'over' | 'broken'>): Promise<Sent> => {
    if (!ended) await reader.cancel().catch(() => undefined)
    return { texts, files, ...as }
  }

  if (typeof (await upTo(border, HEADERS)) !== 'object') return stop({ broken: true })
  for (;;) {
    while (held.length < 2) if (!(await more())) return stop({ broken: true })
    if (held.subarray(0, 2).toString('latin1') === '--') return stop({})
    const headers = await upTo('\r\n\r\n', HEADERS)
    if (headers === null || headers === 'over' || ++count > limits.parts) return stop({ broken: true })
    const names = namesOf(headers.toString('utf8'))
    if (!names) return stop({ broken: true })
    const content = await upTo(border, names.file === undefined ? room : limits.file)
    if (content === 'over') return stop(names.file === undefined ? { broken: true } : { over: names.field })
    if (content === null) return stop({ broken: true })
    if (names.file === undefined) {
      room -= content.length
      texts[names.field] = content.toString('utf8')
    } else if (names.file !== '' || content.length > 0) files[names.field] = { name: names.file, bytes: content }
  }
}
