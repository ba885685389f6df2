import assert from 'node:assert/strict'
import { test } from 'node:test'
import { browser } from './browser.ts'

test('the browser opens pages, with and without script', async () => {
  const page = '<title>without</title><script>document.title = "with"</script>'
  for (const [javaScriptEnabled, title] of [
    [true, 'with'],
    [false, 'without'],
  ] as const) {
    const context = await (await browser()).newContext({ javaScriptEnabled })
    const tab = await context.newPage()
    await tab.goto(`data:text/html,${encodeURIComponent(page)}`)
    assert.equal(await tab.title(), title)
    await context.close()
  }
})
