/** The style sheets beside this file, in the order in which they count. The app and the static site lay them one after the other. */
export const sheets = ['theme', 'base', 'frame', 'list', 'show', 'form', 'desk', 'sources', 'signals', 'plot', 'media'] as const
