import { existsSync } from 'node:fs'

const places = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome']

/** The browser's program: TEST_CHROMIUM, or where Debian and others put it; undefined where there is none. */
export const chromiumPath = (): string | undefined => [process.env.TEST_CHROMIUM, ...places].find(path => path && existsSync(path))
