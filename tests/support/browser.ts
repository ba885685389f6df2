// One browser for the whole test run; each test opens a context of its own (`(await browser()).newContext()`) and closes it.
import { after } from 'node:test'
import { type Browser, chromium } from 'playwright-core'
import { chromiumPath } from './chromium.ts'

async function launch(): Promise<Browser> {
  const executablePath = chromiumPath()
  if (!executablePath) throw new Error('No browser is installed; on Debian: apt-get install chromium')
  return chromium.launch({
    executablePath,
    // Root has no sandbox; /dev/shm is small in containers; the browser must ask nothing of the network by itself.
    chromiumSandbox: false,
    args: ['--disable-dev-shm-usage', '--disable-background-networking'],
  })
}

let opened: Promise<Browser> | undefined

/** The shared browser, started on first use and closed after the last test. Visit `localhost`, not 127.0.0.1: passkeys need a name. */
export function browser(): Promise<Browser> {
  opened ??= launch()
  return opened
}

after(async () => {
  await (await opened)?.close()
})
