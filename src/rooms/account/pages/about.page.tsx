import { sayDay, sayNumber } from '../../../kernel/say.ts'
import { w } from '../../../kernel/words.ts'
import { Lead } from '../../../ui/show/sentence.tsx'
import { type PageContext, sitePage } from '../../page.ts'

/** What the site is, where it comes from, how to read it, and what it does and does not do with its reader. */
export const aboutPage = sitePage({
  name: 'about',
  room: 'account',
  at: 'over',
  words: w('Over deze site', 'About this site'),
  title: page => page.say(w('Over deze site', 'About this site')),
  render: page => (
    <>
      <Lead>
        {page.say(
          w(
            'Deze site houdt bij wat over een veiligheidsstrategie is toegezegd en wat daarvan kwam. Alles wat er staat, is te herleiden tot een document.',
            'This site keeps track of what was promised about a security strategy and what came of it. Everything on it can be traced to a document.',
          ),
        )}
      </Lead>
      <From page={page} />
      <Reading page={page} />
      <section id="toegankelijkheid">
        <h2>{page.say(w('Toegankelijkheid', 'Accessibility'))}</h2>
        <p>
          {page.say(
            w(
              'De bladzijden zijn gemaakt naar WCAG 2.2, niveau AA. Ze werken met alleen een toetsenbord, met een schermlezer, vergroot, op een telefoon en op papier, en zonder JavaScript. De bladzijden van de software zijn automatisch nagekeken; een onderzoek door mensen is nog niet gedaan.',
              'The pages are made to WCAG 2.2, level AA. They work with a keyboard alone, with a screen reader, enlarged, on a phone and on paper, and without JavaScript. The pages of the software were checked automatically; a review by people has not been done yet.',
            ),
          )}
        </p>
        <p>
          {page.say(
            w(
              'Woorden van een bron staan er zoals de bron ze schreef. Een Engelse bladzijde toont daarom Nederlandse citaten.',
              'Words of a source stand as the source wrote them. An English page therefore shows Dutch quotes.',
            ),
          )}
        </p>
      </section>
      <section id="privacy">
        <h2>{page.say(w('Privacy', 'Privacy'))}</h2>
        <p>
          {page.say(
            w(
              'De bladzijden zetten geen cookies, voeren niets uit en halen niets op bij anderen. Wie de webserver beheert, kan bijhouden welk adres wat opvroeg. Namen van bewindspersonen staan er zoals zij onder officiële stukken staan; wie de gegevens invoerde, staat er niet.',
              'The pages set no cookies, run nothing and fetch nothing from others. Whoever runs the web server can keep track of which address asked for what. Names of office holders stand as they do under official papers; who entered the data does not.',
            ),
          )}
        </p>
      </section>
      <Wrong page={page} />
    </>
  ),
})

function From({ page }: { page: PageContext }) {
  const n = page.snapshot.all('document').length
  const feeds = page.snapshot.all('feed')
  return (
    <section id="herkomst">
      <h2>{page.say(w('Waar het vandaan komt', 'Where it comes from'))}</h2>
      <p>
        {page.say(
          w(
            `De site toont wat op ${sayDay(page.snapshot.on, 'nl')} gold, met wat bekend was toen ze werd gemaakt. Ze rust op `,
            `The site shows what held on ${sayDay(page.snapshot.on, 'en')}, with what was known when it was made. It rests on `,
          ),
        )}
        <a href={page.href('bronnen')}>
          {page.say(
            w(
              `${sayNumber(n, 'nl')} ${n === 1 ? 'document' : 'documenten'}`,
              `${sayNumber(n, 'en')} ${n === 1 ? 'document' : 'documents'}`,
            ),
          )}
        </a>
        .{' '}
        {page.say(
          w(
            'Software leest een document en stelt voor wat erin staat; een mens besluit of dat zo wordt vastgelegd.',
            'Software reads a document and proposes what it says; a person decides whether it is recorded so.',
          ),
        )}
      </p>
      {feeds.length > 0 && (
        <ul>
          {feeds.map(feed => (
            <li key={feed.id}>
              {page.name(feed.id)}: {page.say(w('gelezen tot en met', 'read up to'))} {sayDay(feed.body.readUntil, page.language)}.{' '}
              {feed.body.address && /^https?:\/\//.test(feed.body.address) && (
                <a href={feed.body.address}>{feed.body.address.replace(/^https?:\/\//, '')}</a>
              )}
            </li>
          ))}
        </ul>
      )}
      <p>
        {page.say(
          w(
            'Wat u met de tekst van een document mag, bepaalt wie het uitgaf. Het staat bij de uitgever, op het webadres dat bij het document staat.',
            'What you may do with the text of a document is for its publisher to say. You find it with the publisher, at the web address that stands with the document.',
          ),
        )}
      </p>
    </section>
  )
}

const Reading = ({ page }: { page: PageContext }) => (
  <section id="lezen">
    <h2>{page.say(w('Hoe u het leest', 'How to read it'))}</h2>
    <dl class="explained">
      <dt>{page.say(w('Geen nakoming gevonden', 'No fulfilment found'))}</dt>
      <dd>
        {page.say(
          w(
            'De termijn is voorbij en in wat gelezen is staat niet dat de toezegging is nagekomen. Dat zegt niet dat er niets kwam: het kan staan in wat nog niet gelezen is.',
            'The window has passed, and what was read does not say that the commitment was fulfilled. That does not say that nothing came: it may stand in what was not read yet.',
          ),
        )}
      </dd>
      <dt>{page.say(w('Te laat', 'Late'))}</dt>
      <dd>
        {page.say(
          w(
            'De bronnen zijn gelezen tot na de termijn, er staat geen nakoming in, en een mens heeft dat bevestigd.',
            'The sources were read beyond the window, they hold no fulfilment, and a person confirmed it.',
          ),
        )}
      </dd>
      <dt>{page.say(w('Vervangen', 'Superseded'))}</dt>
      <dd>
        {page.say(
          w(
            'Een latere toezegging kwam ervoor in de plaats. Dagen tellen vanaf de eerste termijn.',
            'A later commitment took its place. Days count from the first window.',
          ),
        )}
      </dd>
      <dt>{page.say(w('Zonder termijn', 'Open-ended'))}</dt>
      <dd>
        {page.say(
          w(
            'De bron noemt geen einde. Zo’n toezegging wordt nooit te laat genoemd.',
            'The source names no end. Such a commitment is never called late.',
          ),
        )}
      </dd>
    </dl>
  </section>
)

function Wrong({ page }: { page: PageContext }) {
  const [about] = page.snapshot.all('workspace')
  const owner = about?.body.owner?.[page.language] ?? about?.body.owner?.nl ?? about?.body.owner?.en
  return (
    <section id="fout">
      <h2>{page.say(w('Iets gezien dat niet klopt?', 'Seen something that is not right?'))}</h2>
      <p>
        {owner
          ? page.say(w(`Meld het bij ${owner}, met het adres van de bladzijde.`, `Tell ${owner}, with the address of the page.`))
          : page.say(
              w(
                'Meld het bij wie deze site uitgeeft, met het adres van de bladzijde.',
                'Tell whoever publishes this site, with the address of the page.',
              ),
            )}{' '}
        {page.say(
          w(
            'Een verbetering laat zien wat er eerst stond: de geschiedenis onderaan een toezegging houdt beide.',
            'A correction shows what stood there before: the history at the foot of a commitment keeps both.',
          ),
        )}
      </p>
    </section>
  )
}
