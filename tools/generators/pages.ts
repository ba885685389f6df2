import { list, registry } from './declared.ts'

export const file = 'src/pages.ts'

export const make = () =>
  registry(
    'Every page, and what rooms add to pages of rooms further left.',
    { pages: list('rooms', /\.page\.tsx$/, 'listPage|thingPage'), sections: list('rooms', /\.section\.tsx$/, 'section') },
    'declaredPages',
  )
