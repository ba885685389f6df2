import pg from 'pg'
import { faultOf, lost, StoreFault, unreachable } from '../fault.ts'

const FIRST = 200
const MOST = 10_000

/**
 * A connection of its own that hears of every commit. When it is lost it comes back, later each time up to ten seconds;
 * what was said meanwhile is gone, so `missed` is called, until it is answered: a server that has only just come back refuses at first.
 */
export async function listenOn(url: string, told: (payload: string) => void, missed: () => Promise<void>): Promise<() => Promise<void>> {
  let client: pg.Client | undefined
  let timer: NodeJS.Timeout | undefined
  let stopped = false

  const connect = async () => {
    const next = new pg.Client({
      connectionString: url,
      keepAlive: true,
      connectionTimeoutMillis: 10_000,
      application_name: 'koersvast listener',
    })
    next.on('error', () => undefined)
    next.on('notification', ({ payload }) => payload && told(payload))
    try {
      await next.connect()
      await next.query('listen koersvast')
    } catch (error) {
      await next.end().catch(() => undefined)
      throw error
    }
    if (stopped) return next.end()
    client = next
    next.once('end', () => again(FIRST))
  }
  const makeGood = (wait: number) => {
    if (stopped) return
    missed().catch(() => void setTimeout(() => makeGood(Math.min(wait * 2, MOST)), wait).unref())
  }
  const again = (wait: number) => {
    if (stopped) return
    timer = setTimeout(() => {
      connect().then(
        () => makeGood(FIRST),
        () => again(Math.min(wait * 2, MOST)),
      )
    }, wait)
    timer.unref()
  }

  await connect().catch(error => {
    throw lost(error) ? new StoreFault(unreachable, error) : faultOf(error)
  })
  return async () => {
    stopped = true
    clearTimeout(timer)
    await client?.end().catch(() => undefined)
  }
}
