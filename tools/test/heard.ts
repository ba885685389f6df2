/** Console calls of a pure run: preload.ts fills it, the reporter of the same process reads it. Apart, since the reporter loads before node:test is ready. */
export const heard: string[] = []
