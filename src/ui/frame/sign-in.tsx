import { type Language, w } from '../../kernel/words.ts'

/** One button that uses the link; looking at the page does not. */
export const UseLink = ({ language, link, action }: { language: Language; link: string; action: string }) => (
  <>
    <p class="lead">
      {w('Druk op de knop om u aan te melden. Deze link werkt één keer.', 'Press the button to sign in. This link works once.')[language]}
    </p>
    <form method="post" action={action}>
      <input type="hidden" name="link" value={link} />
      <button type="submit" class="primary">
        {w('Aanmelden', 'Sign in')[language]}
      </button>
    </form>
  </>
)

/** Who has no link is told where to get one, and that what is public asks for none. */
export const AskLink = ({ language }: { language: Language }) => (
  <>
    <p class="lead">
      {
        w(
          'Open de link die u kreeg. Hebt u er geen, vraag die aan de beheerder.',
          'Open the link you were given. If you have none, ask the administrator.',
        )[language]
      }
    </p>
    <p>
      <a href="/">{w('Bekijk wat openbaar is, zonder aan te melden', 'See what is public, without signing in')[language]}</a>
    </p>
  </>
)
