import { list, registry } from './declared.ts'

export const file = 'src/pages.ts'

export const make = () =>
  registry(
    'Every page, and what rooms add to pages of rooms further left.',
    {
      pages: list('rooms', /\.page\.tsx$/, 'listPage|thingPage'),
      sections: list('rooms', /\.page\.tsx$/, 'section'),
      examples: list('rooms', /\/examples\.ts$/, 'exampleSet'),
      sitePages: list('rooms', /\.page\.tsx$/, 'sitePage'),
    },
    'declaredPages',
  )
