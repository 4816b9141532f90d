import type { surveys as contract } from '../../../../core/voice/surveys/contract'
import { FEWEST } from '../../../../core/voice/ballots/answers'
import { gradeWords } from '../../../../core/voice/surveys/questions'
import { asked, countFits, keptOf } from '../../../../core/voice/surveys/rules'
import { isDeepStrictEqual } from 'node:util'
import { Failure } from '../../../kernel/failure'
import { writeExport } from '../../../kernel/files'
import { byNumber, byText, pageBy, pageOver } from '../../../kernel/keyset'
import type { Ports } from '../../../kernel/ports'
import { changeRow } from '../../../kernel/settle'
import type { Store } from '../../../kernel/store'
import { belongs } from '../../../kernel/access'
import { type BallotBox, Ballots, BallotTickets, ticketId } from '../ballots/documents'
import { closeBox, emptyBox, ticketsOf } from '../ballots/public'
import type { Context, Handlers } from '../use-case'
import { type Survey, Surveys } from './documents'
import { tellAll, toBeTold } from './tell-all'

const PAGE = 20
/** Bytes of sealed answers in one reply; the platform allows a megabyte. */
const REPLY = 500_000
const latest = byNumber('createdAt', 'desc')
const byId = byText('_id')

const headOf = ({ _id, title, orgName, closesAt, state }: Survey) => ({ surveyId: _id, title, orgName, closesAt, state })

const surveyOf = async (store: Store, id: string): Promise<Survey> => {
  const survey = await store.table(Surveys).get(id)
  if (!survey) throw new Failure('NOT_FOUND')
  return survey
}

/** The box once its time is up or its closing is done; what is due is closed by the one who looks. */
const closedBox = async (ports: Ports, box: BallotBox): Promise<BallotBox | null> => {
  const due = box.state !== 'closed' && box.closesAt !== undefined && box.closesAt <= ports.now
  const now = due ? await closeBox(ports, box._id) : box
  return now.state === 'closed' ? now : null
}

const isTeller = (box: BallotBox, memberId: string): boolean =>
  box.tellers.some(one => one.memberId === memberId && one.publicKey !== undefined)

type Reading = Pick<Context<'survey.result'>, 'store' | 'fail'> & Ports & { subject: BallotBox }

/** A survey that has a result of five answers or more. */
const counted = async (context: Reading): Promise<Survey & { result: NonNullable<Survey['result']> }> => {
  const { store, fail } = context
  if (!(await closedBox(context, context.subject))) return fail('SURVEY_OPEN')
  const survey = await surveyOf(store, context.subject._id)
  const { result } = survey
  if (!result) return fail('SURVEY_OPEN')
  return result.answers < FEWEST ? fail('SURVEY_TOO_FEW') : { ...survey, result }
}

const columns = [{ title: '题目', width: 50 }, { title: '选项', width: 30 }, { title: '票数', width: 10 }] as const // prettier-ignore

export const look: Handlers<
  Pick<typeof contract, 'survey.get' | 'survey.mine' | 'survey.list' | 'survey.sealed' | 'survey.count' | 'survey.result' | 'survey.export'>
> = {
  async 'survey.get'({ surveyId }, { store, subject: box, person, may }) {
    const [survey, ticket, tickets] = await Promise.all([
      surveyOf(store, surveyId),
      store.table(BallotTickets).get(ticketId(surveyId, person._id)),
      ticketsOf(store, box),
    ])
    return {
      ...headOf(survey),
      ...{ questions: survey.questions, publicKey: box.publicKey, ticketTaken: ticket !== null, tickets, invited: belongs(person, box) },
      tellers: box.tellers.map(({ name, memberId, publicKey }) => ({
        name,
        own: memberId === person._id,
        ...(publicKey === undefined ? {} : { publicKey }),
      })),
      may: may('close', 'export'),
    }
  },

  async 'survey.mine'({ cursor }, { store, person }) {
    const table = store.table(Surveys)
    const places = new Set([person, ...person.affiliates].flatMap(one => one.path.split('/').filter(part => part !== '')))
    const page = await pageOver(table, [...places].map(orgId => ({ orgId })), latest, { size: PAGE, cursor }) // prettier-ignore
    const had = await store.table(BallotTickets).getMany(page.items.map(one => ticketId(one._id, person._id)))
    const taken = new Set(had.map(one => one.boxId))
    return {
      items: page.items.map(one => ({
        ...headOf(one),
        ticketTaken: taken.has(one._id),
        teller: one.tellers.some(each => each.memberId === person._id),
      })),
      cursor: page.cursor,
    }
  },

  async 'survey.list'({ orgId, cursor }, { store }) {
    const page = await pageBy(store.table(Surveys), { scopes: orgId }, latest, { size: PAGE, cursor })
    return { items: page.items.map(headOf), cursor: page.cursor }
  },

  async 'survey.sealed'({ cursor }, context) {
    const { store, person, subject, fail } = context
    if (!isTeller(subject, person._id)) return fail('FORBIDDEN')
    const box = await closedBox(context, subject)
    if (!box) return fail('SURVEY_OPEN')
    const filter = { boxId: box._id, state: 'kept', round: box.round ?? '' } as const
    const [first] = await store.table(Ballots).find(filter, { limit: 1 })
    const size = Math.max(1, Math.min(200, Math.floor(REPLY / Math.max(1, first?.answer.length ?? 1))))
    const page = await pageBy(store.table(Ballots), filter, byId, { size, cursor })
    return { items: page.items.map(one => one.answer), cursor: page.cursor }
  },

  async 'survey.count'({ surveyId, counted: said }, context) {
    const { store, person, subject, now, fail } = context
    if (!isTeller(subject, person._id)) return fail('FORBIDDEN')
    const box = await closedBox(context, subject)
    if (!box) return fail('SURVEY_OPEN')
    const table = store.table(Surveys)
    const seen = await surveyOf(store, surveyId)
    if (!countFits(asked(seen.questions), said, box.ballots ?? 0)) return fail('INVALID_INPUT', { paths: ['counted'] })
    const result = { ...keptOf(said), tickets: box.tickets ?? 0 }
    const survey = await changeRow(table, seen, row => {
      if (row.counts.some(one => one.memberId === person._id)) return row
      const same = row.result === undefined || isDeepStrictEqual(row.result, result)
      const heard = { ...row, counts: [...row.counts, { memberId: person._id, name: person.name, same }] }
      return row.result === undefined ? toBeTold({ ...heard, state: 'counted', result }, 'result', now) : heard
    })
    await tellAll(context, survey)
    // Once every teller has counted, there is nothing left to be opened.
    if (survey.counts.length === box.tellers.length) await emptyBox(store, box)
    return { same: survey.counts.find(one => one.memberId === person._id)?.same ?? true }
  },

  async 'survey.result'(_input, context) {
    const { questions, result, counts } = await counted(context)
    return {
      ...{ answers: result.answers, tickets: result.tickets, invalid: result.invalid, crossed: result.crossed },
      questions: questions.map((one, index) => ({ ...one, none: 0, ...result.questions[index] })),
      tellers: counts.map(({ name, same }) => ({ name, same })),
    }
  },

  async 'survey.export'({ surveyId }, context) {
    const { title, questions, result } = await counted(context)
    const rows = questions.flatMap(({ text, kind, options = [] }, index) => {
      const { counts = [], texts = [], none = 0 } = result.questions[index] ?? {}
      const words = kind === 'grade' ? gradeWords : options
      return [
        ...counts.map((count, at) => [text, words[at] ?? '', String(count)]),
        ...texts.map(one => [text, one, '']),
        [text, '没有答', String(none)],
      ]
    })
    const { writeWorkbook } = await import('../../../spreadsheets/write')
    const head = [['领票', '', String(result.tickets)], ['收到', '', String(result.answers + result.invalid)], ['打不开的', '', String(result.invalid)]] // prettier-ignore
    const content = await writeWorkbook([{ name: '结果', columns, rows: [...head, ...rows] }])
    return writeExport(context, { name: title, about: surveyId, content })
  },
}
