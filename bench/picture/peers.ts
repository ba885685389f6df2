import { spawnSync } from 'node:child_process'

const has = (program: string, args: readonly string[]): boolean => spawnSync(program, args, { stdio: 'ignore' }).status === 0

/** What the bench measures itself against, from Debian where root may install it. @returns a line that says what to install where it may not. */
export function provideFor(): string | undefined {
  const missing = () => [
    ...(has('gcc', ['--version']) ? [] : ['gcc']),
    ...(has('/usr/bin/python3', ['-c', 'import numpy']) ? [] : ['python3-numpy']),
  ]
  const absent = missing()
  if (absent.length > 0 && process.getuid?.() === 0)
    for (const args of [
      ['-qq', 'update'],
      ['-qq', 'install', '-y', '--no-install-recommends', ...absent],
    ])
      spawnSync('apt-get', args, { stdio: ['ignore', 'ignore', 'inherit'], env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } })
  const still = missing()
  return still.length > 0 ? `This bench needs ${still.join(' and ')}: apt-get install ${still.join(' ')}` : undefined
}
