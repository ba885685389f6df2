import { w } from '../../../kernel/words.ts'
import { sitePage } from '../../page.ts'

export const frontPage = sitePage({
  name: 'front',
  room: 'account',
  at: '',
  words: w('Voorpagina', 'Front page'),
  title: () => 'Koersvast',
  render: () => <p>x</p>,
})
