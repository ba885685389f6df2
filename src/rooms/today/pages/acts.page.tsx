import type { Fields } from '../../../fields/field.ts'
import { type Words, w } from '../../../kernel/words.ts'
import { actionLine } from '../../../model/course/action-line.ts'
import { commitment } from '../../../model/course/commitment.ts'
import { fulfilment } from '../../../model/course/fulfilment.ts'
import { goal } from '../../../model/course/goal.ts'
import { priority } from '../../../model/course/priority.ts'
import { holder } from '../../../model/ground/holder.ts'
import { membership } from '../../../model/ground/membership.ts'
import { network } from '../../../model/ground/network.ts'
import { office } from '../../../model/ground/office.ts'
import { organisation } from '../../../model/ground/organisation.ts'
import { person } from '../../../model/ground/person.ts'
import { strategy } from '../../../model/ground/strategy.ts'
import { territory } from '../../../model/ground/territory.ts'
import { workspace } from '../../../model/ground/workspace.ts'
import { assessment } from '../../../model/picture/assessment.ts'
import { cascade } from '../../../model/picture/cascade.ts'
import { domain } from '../../../model/picture/domain.ts'
import { impactCriterion } from '../../../model/picture/impact-criterion.ts'
import { impactScore } from '../../../model/picture/impact-score.ts'
import { influence } from '../../../model/picture/influence.ts'
import { interest } from '../../../model/picture/interest.ts'
import { rating } from '../../../model/picture/rating.ts'
import { scale } from '../../../model/picture/scale.ts'
import { scaleClass } from '../../../model/picture/scale-class.ts'
import { scenario } from '../../../model/picture/scenario.ts'
import { simulation } from '../../../model/picture/simulation.ts'
import { theme } from '../../../model/picture/theme.ts'
import { trend } from '../../../model/picture/trend.ts'
import { call } from '../../../model/sources/call.ts'
import { citation } from '../../../model/sources/citation.ts'
import { document } from '../../../model/sources/document.ts'
import { done } from '../../../model/sources/done.ts'
import { feed } from '../../../model/sources/feed.ts'
import { proposal } from '../../../model/sources/proposal.ts'
import { signal } from '../../../model/sources/signal.ts'

const course = [actionLine, commitment, fulfilment, goal, priority] as const
const ground = [holder, membership, network, office, organisation, person, strategy, territory, workspace] as const
const picture = [assessment, domain, rating, scale, scaleClass, scenario, theme, trend] as const
const damage = [interest, impactCriterion, impactScore, cascade, influence, simulation] as const
const kinds = [...course, ...ground, ...picture, ...damage, citation, document, done, feed, proposal, signal, call] as const

/** What acts are called once they are done. One that is not here is told by its name: a history leaves nothing out. */
const acts: Readonly<Record<string, Words>> = {
  'pack.import': w('Ingelezen met het pakket', 'Imported with the pack'),
  'commitment.make': w('Toezegging vastgelegd', 'Commitment recorded'),
  'commitment.move': w('Toezegging verplaatst', 'Commitment moved'),
  'commitment.correct': w('Toezegging verbeterd', 'Commitment corrected'),
  'commitment.withdraw': w('Toezegging ingetrokken', 'Commitment withdrawn'),
  'commitment.fulfil': w('Nakoming vastgelegd', 'Fulfilment recorded'),
  'commitment.confirm-late': w('Te laat bevestigd', 'Confirmed late'),
  'commitment.note': w('Interne opmerking gezet', 'Internal note set'),
  'proposal.accept': w('Overgenomen uit een voorstel', 'Accepted from a proposal'),
  'proposal.accept-all': w('Overgenomen uit voorstellen', 'Accepted from proposals'),
  'proposal.refuse': w('Voorstel afgewezen', 'Proposal refused'),
  'document.add': w('Document toegevoegd', 'Document added'),
  'feed.read': w('Bron gelezen', 'Feed read'),
  'signal.add': w('Signaal ontvangen', 'Signal received'),
  'signal.take': w('Signaal ingelezen', 'Signal taken in'),
  'signal.link': w('Gekoppeld', 'Linked'),
  'signal.answer': w('Beantwoord en gesloten', 'Answered and closed'),
  'signal.duplicate': w('Als dubbel gesloten', 'Closed as a duplicate'),
  'signal.set-aside': w('Terzijde gelegd', 'Set aside'),
  'signal.erase': w('Tekst en afzender gewist', 'Text and sender erased'),
  'call.make': w('Uitvraag gemaakt', 'Call made'),
  'call.close': w('Uitvraag gesloten', 'Call closed'),
  'network.add': w('Kennisnetwerk toegevoegd', 'Network added'),
  'network.change': w('Kennisnetwerk gewijzigd', 'Network changed'),
  'network.invite': w('Uitnodiging gemaakt', 'Invitation made'),
  'network.revoke': w('Uitnodiging ingetrokken', 'Invitation revoked'),
  'line.add': w('Actielijn toegevoegd', 'Action line added'),
  'line.change': w('Actielijn gewijzigd', 'Action line changed'),
  'priority.add': w('Prioriteit toegevoegd', 'Priority added'),
  'theme.add': w('Dreigingsthema toegevoegd', 'Theme added'),
  'theme.change': w('Dreigingsthema gewijzigd', 'Theme changed'),
  'domain.add': w('Domein toegevoegd', 'Domain added'),
  'domain.change': w('Domein gewijzigd', 'Domain changed'),
  'scenario.add': w('Scenario toegevoegd', 'Scenario added'),
  'scenario.change': w('Scenario gewijzigd', 'Scenario changed'),
  'assessment.add': w('Analyse toegevoegd', 'Assessment added'),
  'assessment.change': w('Analyse gewijzigd', 'Assessment changed'),
  'scale.add': w('Schaal toegevoegd', 'Scale added'),
  'scale.change': w('Schaal gewijzigd', 'Scale changed'),
  'scale-class.add': w('Klasse toegevoegd', 'Class added'),
  'scale-class.change': w('Klasse gewijzigd', 'Class changed'),
  'rating.add': w('Beoordeling vastgelegd', 'Rating recorded'),
  'rating.change': w('Beoordeling gewijzigd', 'Rating changed'),
  'trend.add': w('Ontwikkeling vastgelegd', 'Trend recorded'),
  'trend.change': w('Ontwikkeling gewijzigd', 'Trend changed'),
  'interest.add': w('Veiligheidsbelang toegevoegd', 'Interest added'),
  'interest.change': w('Veiligheidsbelang gewijzigd', 'Interest changed'),
  'impact-criterion.add': w('Impactcriterium toegevoegd', 'Impact criterion added'),
  'impact-criterion.change': w('Impactcriterium gewijzigd', 'Impact criterion changed'),
  'impact-score.add': w('Impactscore vastgelegd', 'Impact score recorded'),
  'impact-score.change': w('Impactscore gewijzigd', 'Impact score changed'),
  'cascade.add': w('Doorwerking vastgelegd', 'Cascade recorded'),
  'cascade.change': w('Doorwerking gewijzigd', 'Cascade changed'),
  'influence.add': w('Invloed vastgelegd', 'Influence recorded'),
  'influence.change': w('Invloed gewijzigd', 'Influence changed'),
  'simulation.ask': w('Simulatie gestart', 'Simulation started'),
  'simulation.stop': w('Simulatie gestopt', 'Simulation stopped'),
  'simulation.compute': w('Simulatie uitgerekend', 'Simulation computed'),
  'record.end': w('Beëindigd', 'Ended'),
  'act.undo': w('Ongedaan gemaakt', 'Taken back'),
}
export const actWords = (command: string): Words => acts[command] ?? w(command, command)

/** The fields of a kind, to say what changed. */
export const fieldsOf = (kind: string): Fields => kinds.find(it => it.name === kind)?.fields ?? {}
