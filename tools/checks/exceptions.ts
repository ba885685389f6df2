/** Files that a size rule does not fit, each with the reason. One that is no longer needed is itself a breach. */
export const exceptions: Readonly<Record<string, string>> = {}
